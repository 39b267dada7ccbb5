@NullMarked
package dev.descent.webhook.web;

import org.jspecify.annotations.NullMarked;
