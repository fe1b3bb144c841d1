import type { Words } from '../../../plain/words.ts';
import { BarLine, DataTable, MirroredBars } from '../../../ui/index.ts';
import type { Measure, VersionBalance } from '../balance-sheet.ts';
import { sayChange, sayFigure } from '../balance-words.ts';
import type { Side } from '../balance.ts';
import type { AgreementText } from '../text.ts';
import { PartnerName } from './spoken.tsx';

interface Told {
  readonly words: Words;
  readonly text: AgreementText;
  readonly measure: Measure;
}

// words: agreements.balance.measure.*
/** One measure over all shown versions: two partners face each other, three and more stand below each other. */
export function MeasureTable({ words, text, measure }: Told) {
  const [first, second, ...more] = text.partners;
  const told = { words, text, measure };
  if (first === undefined || second === undefined) return null;
  return more.length === 0 ? <Facing {...told} ids={[first.id, second.id]} /> : <Below {...told} />;
}

/** The newest version first and largest, what it was before below it. */
function Facing({ words, text, measure: { name, rows, shared }, ids }: Told & { readonly ids: [string, string] }) {
  const [oldest] = rows;
  const newest = rows.at(-1);
  const pair = <Value,>(
    of: (side: Side | null, at: number) => Value,
    sides: readonly (Side | null)[],
  ): [Value, Value] => [of(sides[0] ?? null, 0), of(sides[1] ?? null, 1)];
  const mirrored = rows.toReversed().map(({ version, sides }) => {
    const isNow = version === newest?.version;
    const change = (side: Side | null, at: number): string =>
      sayChange(words, name, side, oldest?.sides[at] ?? null) ?? '';
    const changes = pair(change, sides);
    return {
      label: versionLabel(words, version, isNow),
      values: pair((side) => side?.[name] ?? null, sides),
      texts: pair((side) => sayFigure(words, name, side), sides),
      beside: isNow && rows.length > 1 && changes.some((each) => each !== '') ? changes : undefined,
      isNow,
    };
  });
  return (
    <MirroredBars
      title={titleOf(words, name, shared)}
      of={words.say('agreements.balance.version')}
      sides={[<PartnerName text={text} id={ids[0]} />, <PartnerName text={text} id={ids[1]} />]}
      rows={mirrored}
    />
  );
}

/** Each partner a row, each version a column. */
function Below({ words, text, measure: { name, rows, shared } }: Told) {
  const most = Math.max(1, ...rows.flatMap(({ sides }) => sides.map((side) => side?.[name] ?? 0)));
  const newest = rows.at(-1);
  return (
    <DataTable
      caption={titleOf(words, name, shared)}
      columns={[
        {
          label: words.say('agreements.balance.partner'),
          names: true,
          cell: ({ id }: { readonly id: string; readonly at: number }) => <PartnerName text={text} id={id} />,
        },
        ...rows.map(({ version, sides }) => ({
          label: versionLabel(words, version, version === newest?.version),
          cell: ({ at }: { readonly id: string; readonly at: number }) => {
            const side = sides[at] ?? null;
            return <BarLine value={side?.[name] ?? 0} most={most} figure={sayFigure(words, name, side)} />;
          },
        })),
      ]}
      rows={text.partners.map(({ id }, at) => ({ id, at }))}
    />
  );
}

function titleOf(words: Words, name: Measure['name'], shared: number): string {
  const title = words.say(`agreements.balance.measure.${name}`);
  return shared === 0 ? title : words.say('agreements.balance.andShared', { title, count: shared });
}

function versionLabel(words: Words, { number, isSigned }: VersionBalance, isNow: boolean): string {
  return words.say(isNow && !isSigned ? 'agreements.balance.draftNumber' : 'agreements.balance.number', { number });
}
