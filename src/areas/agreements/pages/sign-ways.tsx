import type { Day } from '../../../plain/time.ts';
import type { Saying, Words } from '../../../plain/words.ts';
import { Button, DateField, Form, Icon, LinkButton, Part, ReadersNote, TextField } from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { pdfPath, signPath } from '../paths.ts';
import type { ShownSigning } from '../show-signing.ts';
import { challengeOf } from '../signature.ts';

/** What was wrong with what came. A newer version is nobody's fault; what was typed of a secret is never kept. */
export interface Faulty {
  readonly moved?: number;
  readonly wrong: { readonly field: 'passkey' | 'passphrase' | 'day'; readonly text: Saying } | null;
  readonly day: string;
}

interface Way {
  readonly words: Words;
  readonly shown: ShownSigning;
  readonly origin: string;
  readonly today: Day;
  readonly wrong: Faulty['wrong'];
  readonly day: string;
}

/** The three ways to sign, each recorded as what it is. */
export function SignWays(way: Way) {
  const { words } = way;
  return (
    <>
      <PasskeyWay {...way} />
      {way.shown.ways.hasPassphrase ? <PassphraseWay {...way} /> : null}
      <PaperWay {...way} />
      <ReadersNote words={words} scope="partner">
        {words.say('agreements.sign.readers')}
      </ReadersNote>
    </>
  );
}

function PasskeyWay({ words, shown, origin, wrong }: Way) {
  const { hash, id } = shown.standing;
  const { passkeys } = shown.ways;
  return (
    <Part title={words.say('agreements.sign.passkey')} id="field-passkey">
      <p>{words.say('agreements.sign.passkey.text')}</p>
      {wrong?.field === 'passkey' ? (
        <p class="error with-icon">
          <Icon name="warning" /> <span>{words.tell(wrong.text)}</span>
        </p>
      ) : null}
      {passkeys.length === 0 ? (
        <p>
          <a href="/konto/passkeys">{words.say('agreements.sign.passkey.make')}</a>
        </p>
      ) : (
        <sign-version
          hidden
          data-question={JSON.stringify({
            challenge: challengeOf(hash),
            rpId: new URL(origin).hostname,
            allowCredentials: passkeys.map(({ credential }) => ({ id: credential, type: 'public-key' })),
            userVerification: 'required',
          })}
          data-failed={words.say('agreements.sign.passkey.failed')}
        >
          <Form
            action={signPath(id)}
            hidden={{ way: 'passkey', version: hash, deviceAnswer: '', ...inTheNameOf(shown.own) }}
            label={words.say('agreements.sign.passkey')}
          >
            <button class="button" type="button">
              <Icon name="lock" />
              {words.say('agreements.sign.passkey.go')}
            </button>
            <p class="error" role="alert" hidden></p>
          </Form>
        </sign-version>
      )}
    </Part>
  );
}

function PassphraseWay({ words, shown, wrong }: Way) {
  const { hash, id } = shown.standing;
  return (
    <Part title={words.say('agreements.sign.passphrase')}>
      <p>{words.say('agreements.sign.passphrase.text')}</p>
      <Form
        action={signPath(id)}
        hidden={{ way: 'passphrase', version: hash, ...inTheNameOf(shown.own) }}
        label={words.say('agreements.sign.passphrase')}
      >
        <TextField
          words={words}
          name="passphrase"
          kind="password"
          label={words.say('agreements.sign.passphrase.field')}
          error={wrong?.field === 'passphrase' ? words.tell(wrong.text) : null}
          autocomplete="current-password"
        />
        <Button tone="quiet" icon="check">
          {words.say('agreements.sign.passphrase.go')}
        </Button>
      </Form>
    </Part>
  );
}

function PaperWay({ words, shown, wrong, today, day }: Way) {
  const { hash, id, version } = shown.standing;
  return (
    <Part title={words.say('agreements.sign.paper')}>
      <p>{words.say('agreements.sign.paper.text')}</p>
      <p>
        <LinkButton href={pdfPath(id)} tone="quiet" icon="print">
          {words.say('agreements.sign.paper.print')}
        </LinkButton>
      </p>
      <Form
        action={signPath(id)}
        hidden={{ way: 'paper', version: hash, ...inTheNameOf(shown.own) }}
        label={words.say('agreements.sign.paper')}
      >
        <DateField
          words={words}
          name="day"
          label={words.say('agreements.sign.paper.day')}
          hint={words.say('agreements.sign.paper.day.hint')}
          error={wrong?.field === 'day' ? words.tell(wrong.text) : null}
          value={day}
          min={version.day}
          max={today}
        />
        <Button tone="quiet" icon="check">
          {words.say('agreements.sign.paper.go')}
        </Button>
      </Form>
    </Part>
  );
}
