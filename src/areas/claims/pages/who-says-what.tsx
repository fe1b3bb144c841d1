import type { Words } from '../../../plain/words.ts';
import type { Json } from '../../../plain/json.ts';
import { addDays, dayOf } from '../../../plain/time.ts';
import { Facts, Part, type Fact } from '../../../ui/index.ts';
import type { Account, FieldAccount } from '../account.ts';
import type { Claim } from '../claim.ts';
import type { Named } from '../values/index.ts';
import { Value } from './value.tsx';

export interface Sourced {
  readonly words: Words;
  readonly account: Account;
  /** Titles of lists by their ids. */
  readonly lists: ReadonlyMap<string, string>;
  /** True for readers who see more than the public: whose eyes each fact is for is said then. */
  readonly showsScopes: boolean;
  /** What references lead to. */
  readonly named?: Named;
}

interface Line {
  readonly part: FieldAccount;
  readonly claim: Claim;
}

/** Every fact with its source, then those who say something else, then older words. */
export function WhoSaysWhat(sourced: Sourced) {
  const { words, account } = sourced;
  const holding = account.fields.map((part) => ({ part, claim: part.holds }));
  const differing = account.fields.flatMap((part) => part.others.map((claim) => ({ part, claim })));
  const older = account.fields.flatMap((part) => part.before.map((claim) => ({ part, claim })));
  return (
    <>
      <Part title={words.say('claims.page.title')} id="quellen">
        <Spoken lines={holding} sourced={sourced} />
      </Part>
      {differing.length === 0 ? null : (
        <Part title={words.say('claims.page.others')} id="andere">
          <p>{words.say('claims.page.others.text')}</p>
          <Spoken lines={differing} sourced={sourced} />
        </Part>
      )}
      {older.length === 0 ? null : (
        <details class="facet">
          <summary>{words.say('claims.page.older', { count: older.length })}</summary>
          <Spoken lines={older} sourced={sourced} />
        </details>
      )}
    </>
  );
}

/** What one source said at one time, together: who and when stand once above it. */
function Spoken({ lines, sourced }: { readonly lines: readonly Line[]; readonly sourced: Sourced }) {
  const groups = [...Map.groupBy(lines, ({ claim }) => occasionOf(claim)).values()];
  return (
    <>
      {groups
        .toSorted((a, b) => b.length - a.length)
        .map((group) => {
          const [first] = group;
          if (first === undefined) return null;
          return (
            <>
              <h3>
                <Speaker claim={first.claim} sourced={sourced} />
              </h3>
              <p class="soft">
                <When words={sourced.words} claim={first.claim} />
              </p>
              <Facts
                facts={[...Map.groupBy(group, ({ part }) => part.field.name).values()].flatMap((same) =>
                  factOf(same, sourced),
                )}
              />
            </>
          );
        })}
    </>
  );
}

function occasionOf({ source, saidAt, confirmedAt, confirmedByRole, validFrom, validTo, retractedAt }: Claim): string {
  const days = [saidAt, confirmedAt, retractedAt].map((at) => (at === null ? '' : dayOf(at)));
  return [source, ...days, confirmedByRole, validFrom, validTo].join(' ');
}

// words: claims.field.* claims.scope.*
function factOf(same: readonly Line[], sourced: Sourced): Fact[] {
  const { words, showsScopes } = sourced;
  const [first] = same;
  if (first === undefined) return [];
  const agree = [
    ...new Set(
      same
        .flatMap(({ part, claim }) => (claim === part.holds ? part.agree : []))
        .map((claim) => speakerOf(claim, sourced).text),
    ),
  ];
  const others = agree.filter((who) => who !== speakerOf(first.claim, sourced).text);
  const { scope } = first.claim;
  return [
    {
      term: words.say(`claims.field.${first.part.field.name}`),
      value: (
        <>
          {same.map(({ part, claim }) => (
            <div>
              {claim.language === null || !part.field.perLanguage ? null : (
                <span class="soft">{words.languageName(claim.language)}: </span>
              )}
              <Value
                words={words}
                field={part.field}
                value={shortened(claim.value)}
                language={claim.language}
                named={sourced.named}
              />
            </div>
          ))}
          {others.length === 0 ? null : (
            <p class="soft">{words.say('claims.page.agrees', { who: others.join('\u00a0· ') })}</p>
          )}
          {showsScopes && scope !== 'public' ? <p class="soft">{words.say(`claims.scope.${scope}`)}</p> : null}
        </>
      ),
    },
  ];
}

const LONGEST = 140;

/** Long texts stand above in full. */
function shortened(value: Json): Json {
  return typeof value === 'string' && value.length > LONGEST
    ? `${value.slice(0, value.lastIndexOf(' ', LONGEST))} …`
    : value;
}

function Speaker({ claim, sourced }: { readonly claim: Claim; readonly sourced: Sourced }) {
  const { text, href } = speakerOf(claim, sourced);
  if (claim.sourceKind === 'own') return <>{sourced.words.say('claims.page.itselfTitle')}</>;
  return href === null ? (
    <bdi>{text}</bdi>
  ) : (
    <a href={href}>
      <bdi>{text}</bdi>
    </a>
  );
}

/** Who speaks, in words: the organisation itself, or the list with its publisher. */
export function speakerOf(
  claim: Claim,
  { words, account, lists }: Pick<Sourced, 'words' | 'account' | 'lists'>,
): { readonly text: string; readonly href: string | null } {
  if (claim.sourceKind === 'own') return { text: words.say('claims.page.itself'), href: null };
  const source = account.sources.get(claim.source);
  const list = source?.speaker ?? null;
  const title = list === null ? undefined : lists.get(list);
  const publisher =
    claim.sourceKind === 'role' ? roleName(words, source?.publisher ?? null) : (source?.publisher ?? '');
  if (title === undefined || list === null) return { text: publisher, href: null };
  const text = title === publisher ? title : words.say('claims.page.listOf', { title, publisher });
  return { text, href: `/listen/${list}` };
}

function When({ words, claim }: { readonly words: Words; readonly claim: Claim }) {
  const { saidAt, confirmedAt, confirmedByRole, validFrom, validTo, retractedAt } = claim;
  const told = [
    words.say('claims.page.said', { day: words.day(saidAt) }),
    ...(confirmedAt === null
      ? []
      : [words.say('claims.page.confirmed', { day: words.day(confirmedAt), role: roleName(words, confirmedByRole) })]),
    ...(validFrom === null ? [] : [words.say('claims.page.validFrom', { day: words.day(validFrom) })]),
    ...(validTo === null ? [] : [words.say('claims.page.validTo', { day: words.day(addDays(validTo, -1)) })]),
    ...(retractedAt === null ? [] : [words.say('claims.page.until', { day: words.day(retractedAt) })]),
  ];
  return <>{told.join('\u00a0· ')}</>;
}

/** Roles that the house itself knows; lists name theirs in words of their own. */
const KNOWN_ROLES: ReadonlySet<string> = new Set(['coordination', 'operator', 'contact']);

// words: claims.role.*
/** A role in words; the organisation itself is a role too. */
export function roleName(words: Words, role: string | null): string {
  if (role === 'organisation') return words.say('claims.page.itself');
  if (role !== null && KNOWN_ROLES.has(role)) return words.say(`claims.role.${role}`);
  return role === null || role === '' ? words.say('claims.page.noRole') : role;
}
