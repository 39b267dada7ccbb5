/**
 * Sends messages about jobs to where the jobs' webhooks say, and remembers how that went.
 */
@NullMarked
package dev.descent.webhook;

import org.jspecify.annotations.NullMarked;
