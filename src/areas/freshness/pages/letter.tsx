import { Facts, Notice, Page, PageTitle, Part, QrCode, type Frame } from '../../../ui/index.ts';
import type { Words } from '../../../plain/words.ts';
import type { Letter } from '../print-letter.ts';
import { nameOf } from './access.ts';

/** A letter to print: in the language of the page, and in that of the entry below it. It can be shown only once. */
export function LetterPage({
  frame,
  letter,
  origin,
  others,
}: {
  readonly frame: Frame;
  readonly letter: Letter;
  readonly origin: string;
  /** The words of the entry's language, where it is not the page's. */
  readonly others: readonly Words[];
}) {
  const { words } = frame;
  const name = nameOf(letter.entry.account, words);
  const address = `${origin}/bestaetigen`;
  return (
    <Page frame={frame} title={words.say('freshness.letter.title')} noindex readers="keepers">
      <div class="screen-only">
        <PageTitle title={words.say('freshness.letter.title')} below={words.say('freshness.letter.print')} />
        <Notice tone="look">
          <p>{words.say('freshness.letter.once')}</p>
        </Notice>
      </div>
      {[words, ...others].map((each) => (
        <section class="part" lang={each.tag} dir={each.dir}>
          <h2>
            {each.say('freshness.letter.heading', {
              name: others.includes(each) ? nameOf(letter.entry.account, each) : name,
            })}
          </h2>
          <p>{each.say('freshness.letter.text')}</p>
          <p>{each.say('freshness.letter.how', { address: address.replace(/^https?:\/\//, '') })}</p>
          <p>{each.say('freshness.letter.valid', { day: each.day(letter.validTo) })}</p>
          <p>{each.say('freshness.mail.not')}</p>
        </section>
      ))}
      <Part title={words.say('freshness.letter.code')}>
        <Facts
          facts={[
            { term: words.say('freshness.letter.address'), value: <bdi dir="ltr">{address}</bdi> },
            {
              term: words.say('freshness.letter.words'),
              value: (
                <b lang="de" dir="ltr">
                  {letter.code.join(' ')}
                </b>
              ),
            },
          ]}
        />
        <QrCode text={`${origin}${letter.path}`} label={words.say('freshness.letter.qr')} />
      </Part>
    </Page>
  );
}
