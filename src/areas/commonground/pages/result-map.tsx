import type { Words } from '../../../plain/words.ts';
import { DataTable, Fold } from '../../../ui/index.ts';
import type { Place } from '../own-place.ts';
import type { GroupResult, Result } from '../result.ts';
import type { Statement } from '../statement.ts';
import { Said } from './result-statements.tsx';

const SIDE = 320;
const EDGE = 40;
const LEAST_RADIUS = 18;

/** A second view: where groups stand, how large and how wide they are. No person is on it but "du", on the own device and not on paper. */
export function MapPart({
  words,
  result,
  own,
  statements,
}: {
  readonly words: Words;
  readonly result: Result;
  readonly own: Place | null;
  readonly statements: readonly Statement[];
}) {
  const { groups } = result;
  const far = Math.max(
    0.001,
    ...groups.flatMap(({ x, y, spread }) => [Math.abs(x) + spread, Math.abs(y) + spread]),
    ...(own === null ? [] : [Math.abs(own.x), Math.abs(own.y)]),
  );
  const scale = (SIDE / 2 - EDGE) / far;
  const high = Math.max(
    EDGE,
    ...groups.map(({ y, spread }) => Math.abs(y) * scale + Math.max(LEAST_RADIUS, spread * scale)),
    ...(own === null ? [] : [Math.abs(own.y) * scale + EDGE / 2]),
  );
  const height = Math.ceil(2 * high + EDGE / 2);
  const at = ({ x, y }: Place) => ({ cx: SIDE / 2 + x * scale, cy: height / 2 - y * scale });
  const label = words.say('commonground.map.title');
  const name = (number: number) => words.say('commonground.group', { number: number + 1 });
  return (
    <Fold label={label}>
      <p>{words.say('commonground.map.text')}</p>
      <svg viewBox={`0 0 ${SIDE} ${height}`} width={SIDE} height={height} role="img" aria-label={label}>
        {groups.map((group, number) => {
          const { cx, cy } = at(group);
          return (
            <>
              <circle
                cx={cx}
                cy={cy}
                r={Math.max(LEAST_RADIUS, group.spread * scale)}
                fill="none"
                stroke="currentColor"
                stroke-dasharray={number === 0 ? undefined : `${2 * number + 2}`}
              />
              <text x={cx} y={cy} text-anchor="middle" fill="currentColor">
                {String(number + 1)}
              </text>
            </>
          );
        })}
        {own === null ? null : <OwnPoint words={words} {...at(own)} />}
      </svg>
      {/* What groups say stands in the cards; on paper it is not said twice. */}
      <div class="screen-only">
        <DataTable
          caption={words.say('commonground.map.table')}
          columns={[
            { label: words.say('commonground.map.group'), cell: ({ number }: Numbered) => name(number), names: true },
            {
              label: words.say('commonground.map.size'),
              cell: ({ size }: Numbered) => words.number(size),
              numeric: true,
            },
            {
              label: words.say('commonground.map.sure'),
              cell: ({ confidence }: Numbered) =>
                words.say('commonground.percent', { percent: words.number(Math.round(confidence * 100)) }),
              numeric: true,
            },
            {
              label: words.say('commonground.map.says'),
              cell: ({ says }: Numbered) =>
                says.length === 0 ? (
                  words.say('commonground.map.says.none')
                ) : (
                  <ul>
                    {says.map(({ id, agrees }) => (
                      <li>
                        {words.say(agrees ? 'commonground.answer.agree' : 'commonground.answer.disagree')}:{' '}
                        <Said {...{ words, statements }} id={id} />
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
          rows={groups.map((group, number) => ({ ...group, number }))}
        />
      </div>
    </Fold>
  );
}

type Numbered = GroupResult & { readonly number: number };

function OwnPoint({ words, cx, cy }: { readonly words: Words; readonly cx: number; readonly cy: number }) {
  return (
    <g class="screen-only">
      <circle cx={cx} cy={cy} r="6" fill="currentColor" />
      <text x={cx} y={cy - 10} text-anchor="middle" fill="currentColor">
        {words.say('commonground.map.you')}
      </text>
    </g>
  );
}
