import type { Texts } from '../../agreements/index.ts';
import { agreementPath, spokenIn } from '../../agreements/index.ts';
import { findLanguage } from '../../../platform/words/index.ts';
import type { Words } from '../../../plain/words.ts';
import { Button, Buttons, Chip, Form, Passage, PassageLines, Unbroken } from '../../../ui/index.ts';
import type { Commitment } from '../commitment.ts';
import { isOwn } from '../deadlines.ts';
import type { Standing } from '../commitment-word.ts';
import { commitmentPath } from '../paths.ts';

interface Of {
  readonly words: Words;
  readonly one: Standing;
}

/** What is promised, in the reader's language or as it was written; where nothing was written, what it is. */
// words: commitments.kind.*
export function Said({ words, one }: Of) {
  const [said] = spokenIn(one.words, one.languages, words.language);
  return said === undefined ? (
    <>{words.say(`commitments.kind.${one.kind}`)}</>
  ) : (
    <Passage lang={said.language}>{said.text}</Passage>
  );
}

/** Where there are none, the title says already what it is. */
export function hasWords({ words: said }: Standing): boolean {
  return Object.values(said).some((text) => text !== '');
}

/** A text of the agreement in blocks; null where nobody wrote any. */
export function SaidBlock({ words, of, texts }: { words: Words; of: Commitment; texts: Texts }) {
  const [said] = spokenIn(texts, of.languages, words.language);
  return said === undefined ? null : <PassageLines lang={said.language} text={said.text} />;
}

/** The agreement it stands in, at the place where it stands. */
export function AgreementLink({ words, one }: Of) {
  const [title] = spokenIn(one.title, one.languages, words.language);
  return (
    <a href={`${agreementPath(one.agreement)}#p-${one.id}`}>
      {title === undefined ? words.say('commitments.agreement') : <Passage lang={title.language}>{title.text}</Passage>}
    </a>
  );
}

/** Who is responsible, as the agreement calls them. */
export function Who({ words, one, own }: Of & { readonly own: readonly string[] }) {
  if (one.who === null) return <>{words.say('commitments.who.all')}</>;
  const name = one.partners.find(({ id }) => id === one.who)?.name ?? '';
  if (name === '') return <>{words.say(isOwn(one, own) ? 'commitments.who.own' : 'commitments.who.other')}</>;
  return (
    <bdi>
      <Unbroken text={name} />
    </bdi>
  );
}

// words: commitments.state.*
/** What was said of it; nothing while it is simply open. */
export function StateChip({ words, one: { word } }: Of) {
  if (word === null) return null;
  const tone = { kept: 'ok', changed: 'look', withdrawn: 'plain' } as const;
  return (
    <Chip tone={tone[word.state]} icon={word.state === 'kept' ? 'check' : undefined}>
      {words.say(`commitments.state.${word.state}`)}
    </Chip>
  );
}

/** "Erledigt" from the list, and back to it. */
export function KeptButton({ words, one }: Of) {
  const [said] = spokenIn(one.words, one.languages, words.language);
  const what = said?.text ?? words.say(`commitments.kind.${one.kind}`);
  return (
    <Form
      action={commitmentPath(one)}
      label={words.say('commitments.kept.label', { what })}
      hidden={{ hash: one.hash, back: 'fristen' }}
    >
      <Buttons>
        <Button tone="quiet" icon="check" name="word" value="kept">
          {words.say('commitments.kept')}
        </Button>
      </Buttons>
    </Form>
  );
}

/** `2027-03` as "März 2027". */
export function monthName(month: string, words: Words): string {
  const locale = findLanguage(words.language)?.locale ?? words.tag;
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
