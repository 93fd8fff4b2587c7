/**
 * The command line. A command reads its arguments, calls what does the work, and writes results to standard output,
 * progress and errors to standard error. Exit codes: 0 done, 1 findings, 2 wrong usage, 3 failed.
 */
package io.flamemark.cli;
