import type { Body, Conflict, Statement, Subject } from '../api/types';

/** What a resolution may ask for. */
export const CHANGES = ['level', 'time', 'space', 'cancel', 'accepted-risk'] as const;
export type Change = (typeof CHANGES)[number];

/** The fields of a plan that a change is made of; none where it is no change of a plan. */
export const CHANGED: Readonly<Record<Change, readonly ('places' | 'width' | 'lower' | 'upper' | 'from' | 'until')[]>> = {
  level: ['lower', 'upper'],
  time: ['from', 'until'],
  space: ['places', 'width'],
  cancel: [],
  'accepted-risk': [],
};

/** The figures of a finding as a resolution repeats them: metres, milliseconds; heights in centimetres, or in feet between levels. */
export function figuresOf({ finding }: Conflict): Body {
  const inLevels = finding.verticalFeet !== undefined;
  return {
    horizontal: finding.horizontal,
    inLevels,
    vertical: finding.verticalFeet ?? Math.round((finding.vertical ?? 0) * 100),
    time: Math.round(finding.time * 1_000),
  };
}

interface Asked {
  readonly change: Change;
  /** The party that would have to do it. */
  readonly owes: string;
  readonly text: string;
  readonly decideBy: string;
}

/** A proposal to end a conflict. It names the finding that it was made for, and holds while no later one is worse. */
export function resolution(of: Conflict, asked: Asked): Statement {
  return { kind: 'resolution', about: of.id, body: { finding: of.finding.hash, figures: figuresOf(of), ...asked } };
}

/** Who has to do what was agreed, and to what of theirs: by the resolution that was concluded last, else by who moves first. */
export function owed(of: Conflict, subjectOf: (record: string) => Subject | undefined): { readonly party: string; readonly subject: string } | undefined {
  const owes = (of.resolutions ?? []).map(subjectOf).findLast((each) => each?.properties.concluded)?.properties.body?.['owes'];
  const party = typeof owes === 'string' ? owes : of.firstMove;
  const subject = [of.a, of.b].map(subjectOf).find((each) => each !== undefined && each.properties.owner === party);
  return party && subject ? { party, subject: subject.id } : undefined;
}
