package org.parley.cli.scenario;

import java.util.List;

/**
 * A step of a story.
 *
 * @param text what happens, and what the visitor is to do
 * @param look what to look at
 */
record Chapter(int no, String title, String text, List<String> look, List<Beat> beats) {}
