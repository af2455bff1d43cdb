import type { Conflict, Subject } from '../api/types';
import { rank } from '../map/colours';
import { activity } from '../state/activities';
import { sideView } from '../state/sideview';
import { minute } from '../time/format';
import { plain, t } from '../text/say';
import { figures } from './ConflictLine';

const [WIDTH, HEIGHT] = [600, 180];
/** Room for the words of the axes. */
const [LEFT, BELOW] = [52, 18];
/** Each name is so much lower than the one before: two volumes may be the same. */
const NAME = 14;

/** Heights over time, for both of a conflict: what shares a place on the map may be far apart here. The figures say the same in words. */
export function SideView({ of, sides }: { readonly of: Conflict; readonly sides: readonly Subject[] }) {
  const both = sides.map(activity).filter((each) => each !== undefined);
  const { boxes, shared, heights, times } = sideView(both, Date.parse(of.finding.from), Date.parse(of.finding.until));
  const x = (at: number) => LEFT + at * (WIDTH - LEFT);
  const y = (at: number) => at * (HEIGHT - BELOW);
  return (
    <figure class="side-view" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${plain('side.title')}: ${figures(of.finding)}`}>
        <Hatches />
        <rect class="shared" x={x(shared.x)} y={0} width={Math.max(2, x(shared.x + shared.width) - x(shared.x))} height={HEIGHT - BELOW} />
        {heights.map(({ at, value }) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(at)} y2={y(at)} />
            <text x={LEFT - 4} y={y(at) + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {times.map(({ at, value }) => (
          <g key={value}>
            <line x1={x(at)} x2={x(at)} y1={0} y2={HEIGHT - BELOW} />
            <text x={x(at)} y={HEIGHT - 4} text-anchor={at > 0.95 ? 'end' : 'middle'}>
              {minute(value)}
            </text>
          </g>
        ))}
        {boxes.map((each, i) => (
          <g key={i} class={`party-${rank(each.owner)}`}>
            <rect class="box" fill={`url(#side-${rank(each.owner)})`} x={x(each.x)} y={y(each.y)} width={x(each.x + each.width) - x(each.x)} height={Math.max(1, y(each.y + each.height) - y(each.y))} />
            <text class="name" x={x(each.x) + 4} y={y(each.y) + 13 + NAME * i}>
              {each.name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption dir="auto">{t('side.caption')}</figcaption>
    </figure>
  );
}

/** Each party's own direction of lines, as on the map. */
const TURNS = [-45, 45, 0, 90, 20];

function Hatches() {
  return (
    <defs>
      {TURNS.map((turn, i) => (
        <pattern key={turn} id={`side-${i}`} class={`party-${i}`} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
          <line x1={0} x2={8} y1={4} y2={4} />
        </pattern>
      ))}
    </defs>
  );
}
