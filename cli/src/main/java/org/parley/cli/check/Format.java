package org.parley.cli.check;

/** How a result is written. */
enum Format {
    table,
    ndjson,
    geojson,
    html,
    count
}
