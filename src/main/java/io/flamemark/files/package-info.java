/**
 * Files: a JSON tree that can be written back byte for byte, JSON lines, atomic replacement, checksums. The only user
 * of Jackson.
 */
package io.flamemark.files;
