/** One run as it goes: progress and verdict, charts, pictures of predictions, buttons to end it and go on. */
package io.flamemark.app.train.dashboard;
