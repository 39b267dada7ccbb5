/** What all of the API shares: reading bodies, problem details, CSV, OpenAPI, CORS. */
@NullMarked
package dev.descent.web;

import org.jspecify.annotations.NullMarked;
