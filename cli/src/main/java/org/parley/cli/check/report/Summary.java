package org.parley.cli.check.report;

import java.util.List;
import org.parley.cli.check.Terms;
import org.parley.cli.check.read.EnteredSite;
import org.parley.cli.check.read.Plans;

/**
 * What a check was made of.
 *
 * @param sources the files as their user named them
 * @param warnings how many warnings were told
 * @param refused how many features and files were refused and are not among the plans
 * @param sites those of the file of sites; empty when none was given
 */
public record Summary(
        Plans plans, Terms terms, List<String> sources, long warnings, long refused, List<EnteredSite> sites) {
    public Summary {
        sources = List.copyOf(sources);
        sites = List.copyOf(sites);
    }
}
