import type { Words } from '../../../plain/words.ts';
import { LinkButton, MailsByHand, Notice, Page, PageTitle, Part, RelatedLinks, type Frame } from '../../../ui/index.ts';
import { REFLECTION_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';

const PROMISES = ['early', 'mirror', 'money', 'exit', 'quiet'] as const;
const WAYS = ['link', 'voice', 'think'] as const;
const EXAMPLES = ['know', 'expertise', 'give', 'change', 'no'] as const;

/** What working together means here, for whoever speaks for no organisation. */
export function WelcomePage({ frame, isSignedIn }: { readonly frame: Frame; readonly isSignedIn: boolean }) {
  const { words } = frame;
  const title = words.say('cooperations.welcome.title');
  return (
    <Page frame={frame} title={title} description={words.say('cooperations.welcome.text')} alternates>
      <PageTitle title={title} below={words.say('cooperations.welcome.text')} />
      <Part title={words.say('cooperations.welcome.promises')}>
        <Sentences words={words} of="promise" keys={PROMISES} />
        <MailsByHand frame={frame} />
      </Part>
      <Part title={words.say('cooperations.welcome.begin')}>
        <Sentences words={words} of="way" keys={WAYS} />
        {isSignedIn ? (
          <Notice>
            <p>{words.say('cooperations.welcome.noVoice')}</p>
          </Notice>
        ) : (
          <p>
            <LinkButton href={`/anmelden?weiter=${encodeURIComponent(WORKING_TOGETHER_PATH)}`} icon="account">
              {words.say('cooperations.welcome.signIn')}
            </LinkButton>
          </p>
        )}
      </Part>
      <Part title={words.say('cooperations.welcome.examples')}>
        <p>{words.say('cooperations.welcome.examples.text')}</p>
        <Sentences words={words} of="example" keys={EXAMPLES} />
      </Part>
      <RelatedLinks
        title={words.say('cooperations.related')}
        links={[
          {
            href: REFLECTION_PATH,
            label: words.say('cooperations.reflection.title'),
            note: words.say('cooperations.reflection.note'),
          },
        ]}
      />
    </Page>
  );
}

// words: cooperations.welcome.promise.* cooperations.welcome.way.* cooperations.welcome.example.*
function Sentences({
  words,
  of,
  keys,
}: {
  readonly words: Words;
  readonly of: 'promise' | 'way' | 'example';
  readonly keys: readonly string[];
}) {
  return (
    <ul class="rows">
      {keys.map((key) => (
        <li>{words.say(`cooperations.welcome.${of}.${key}`)}</li>
      ))}
    </ul>
  );
}
