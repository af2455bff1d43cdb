import { line } from '../state/store';

/** A colour of the theme, as the style sheet has it. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** How many colours and hatches there are for other parties. */
const OTHERS = 4;

/** The place of a party among those of the line: 0 is the own one. Its colour and hatch follow from it. */
export function rank(party: string): number {
  if (party === line.peek()?.me) {
    return 0;
  }
  const others = (line.peek()?.members ?? []).map((each) => each.party).filter((each) => each !== line.peek()?.me).sort();
  return (Math.max(0, others.indexOf(party)) % OTHERS) + 1;
}

/** The colour of a party in this theme. */
export function partyColour(party: string): string {
  return colour(`party-${rank(party)}`);
}

const SIZE = 12;
const hatches = new Map<string, CanvasPattern>();

/** Lines in a direction of the party's own, so that parties are told apart without colour too. */
export function hatch(party: string, of: string, dense = false): CanvasPattern | string {
  const way = rank(party);
  const key = `${way}${of}${dense}`;
  const known = hatches.get(key);
  if (known) {
    return known;
  }
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIZE;
  const draw = tile.getContext('2d');
  if (!draw) {
    return 'transparent';
  }
  draw.strokeStyle = of;
  draw.lineWidth = dense ? 3 : 1.5;
  draw.beginPath();
  const lines: readonly (readonly number[])[] =
    way === 0
      ? [[-3, 9, 3, 15], [-3, 15, 15, -3], [9, 15, 15, 9]]
      : way === 1
        ? [[-3, -3, 15, 15], [9, -3, 15, 3], [-3, 9, 3, 15]]
        : way === 2
          ? [[0, 6, 12, 6]]
          : way === 3
            ? [[6, 0, 6, 12]]
            : [[0, 6, 12, 6], [6, 0, 6, 12]];
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
    draw.moveTo(x1, y1);
    draw.lineTo(x2, y2);
  }
  draw.stroke();
  const pattern = draw.createPattern(tile, 'repeat');
  if (pattern) {
    hatches.set(key, pattern);
  }
  return pattern ?? 'transparent';
}
