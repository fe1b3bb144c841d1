import type { Words } from '../../../plain/words.ts';
import { addDays } from '../../../plain/time.ts';
import { DataTable, Part, type Column } from '../../../ui/index.ts';
import type { Account, FieldAccount } from '../account.ts';
import type { Claim } from '../claim.ts';
import { Value } from './value.tsx';

export interface Sourced {
  readonly words: Words;
  readonly account: Account;
  /** Titles of lists by their ids. */
  readonly lists: ReadonlyMap<string, string>;
  /** True for readers who see more than the public: whose eyes each fact is for is said then. */
  readonly showsScopes: boolean;
}

interface Line {
  readonly part: FieldAccount;
  readonly claim: Claim;
}

// words: claims.scope.*
/** Every fact with its source, then those who say something else, then older words. */
export function WhoSaysWhat(sourced: Sourced) {
  const { words, account, showsScopes } = sourced;
  const differing = account.fields.flatMap((part) => part.others.map((claim) => ({ part, claim })));
  const older = account.fields.flatMap((part) => part.before.map((claim) => ({ part, claim })));
  const columns: readonly Column<Line>[] = [
    { label: words.say('claims.page.what'), names: true, cell: (line) => <What {...line} words={words} /> },
    { label: words.say('claims.page.value'), cell: ({ part, claim }) => <Value words={words} field={part.field} value={claim.value} language={claim.language} /> },
    { label: words.say('claims.page.who'), cell: (line) => <Who line={line} sourced={sourced} /> },
    { label: words.say('claims.page.when'), cell: ({ claim }) => <When words={words} claim={claim} /> },
    ...(showsScopes ? [{ label: words.say('claims.page.readers'), cell: ({ claim }: Line) => words.say(`claims.scope.${claim.scope}`) }] : []),
  ];
  return (
    <Part title={words.say('claims.page.title')} id="quellen">
      <DataTable
        caption={words.say('claims.page.title')}
        quietCaption
        columns={columns}
        rows={account.fields.map((part) => ({ part, claim: part.holds }))}
      />
      {differing.length === 0 ? null : (
        <>
          <h3 id="andere">{words.say('claims.page.others')}</h3>
          <p>{words.say('claims.page.others.text')}</p>
          <DataTable caption={words.say('claims.page.others')} quietCaption columns={columns} rows={differing} />
        </>
      )}
      {older.length === 0 ? null : (
        <details>
          <summary>{words.say('claims.page.older', { count: older.length })}</summary>
          <DataTable caption={words.say('claims.page.older', { count: older.length })} quietCaption columns={columns} rows={older} />
        </details>
      )}
    </Part>
  );
}

// words: claims.field.*
function What({ words, part, claim }: Line & { readonly words: Words }) {
  const field = words.say(`claims.field.${part.field.name}`);
  if (claim.language === null || !part.field.perLanguage) return <>{field}</>;
  return <>{words.say('claims.page.inLanguage', { field, language: words.languageName(claim.language) })}</>;
}

function Who({ line, sourced }: { readonly line: Line; readonly sourced: Sourced }) {
  const { words } = sourced;
  const agree = [...new Set(line.part.holds === line.claim ? line.part.agree.map((claim) => speakerOf(claim, sourced).text) : [])];
  const { text, href } = speakerOf(line.claim, sourced);
  return (
    <>
      {href === null ? <bdi>{text}</bdi> : <a href={href}><bdi>{text}</bdi></a>}
      {agree.filter((other) => other !== text).map((other) => (
        <p class="soft">{words.say('claims.page.agrees', { who: other })}</p>
      ))}
    </>
  );
}

/** Who speaks, in words: the organisation itself, or the list with its publisher. */
export function speakerOf(claim: Claim, { words, account, lists }: Sourced): { readonly text: string; readonly href: string | null } {
  if (claim.sourceKind === 'own') return { text: words.say('claims.page.itself'), href: null };
  const source = account.sources.get(claim.source);
  const list = source?.speaker ?? null;
  const title = list === null ? undefined : lists.get(list);
  const publisher = source?.publisher ?? '';
  if (title === undefined || list === null) return { text: publisher, href: null };
  const text = title === publisher ? title : words.say('claims.page.listOf', { title, publisher });
  return { text, href: `/listen/${list}` };
}

function When({ words, claim }: { readonly words: Words; readonly claim: Claim }) {
  return (
    <>
      {words.say('claims.page.said', { day: words.day(claim.saidAt) })}
      {claim.confirmedAt === null ? null : (
        <p class="soft">
          {words.say('claims.page.confirmed', { day: words.day(claim.confirmedAt), role: roleName(words, claim.confirmedByRole) })}
        </p>
      )}
      {claim.validFrom === null ? null : <p class="soft">{words.say('claims.page.validFrom', { day: words.day(claim.validFrom) })}</p>}
      {claim.validTo === null ? null : <p class="soft">{words.say('claims.page.validTo', { day: words.day(addDays(claim.validTo, -1)) })}</p>}
      {claim.retractedAt === null ? null : <p class="soft">{words.say('claims.page.until', { day: words.day(claim.retractedAt) })}</p>}
    </>
  );
}

/** A role in words; the organisation itself is a role too. */
export function roleName(words: Words, role: string | null): string {
  if (role === 'organisation') return words.say('claims.page.itself');
  return role === null || role === '' ? words.say('claims.page.noRole') : role;
}
