/** Where the program starts: the one place that knows every part and puts them together. */
package io.flamemark.launch;
