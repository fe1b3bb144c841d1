import { IMAGE_BYTES, type ImageRefusal } from '../../../platform/files/index.ts';
import { SCOPES } from '../../../plain/scope.ts';
import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Notice,
  Page,
  PageTitle,
  Part,
  Passage,
  RadioField,
  ReadersNote,
  SelectField,
  Steps,
  TextField,
  type FormError,
  type Frame,
} from '../../../ui/index.ts';
import { ALTERNATIVE_LANGUAGES } from '../forms-picture.ts';
import { LONGEST_ALTERNATIVE, type Picture } from '../picture.ts';
import { ShownPicture } from './picture-shown.tsx';

export interface PictureDesk {
  readonly id: string;
  readonly name: string;
  readonly picture: Picture | null;
  readonly isSeenByStrangers: boolean;
}

export type Typed = Readonly<Record<string, string>>;

export interface Problems {
  /** Names of the fields that are empty or cannot be. */
  readonly missing: ReadonlySet<string>;
  /** Why the file is not taken. */
  readonly refused: ImageRefusal | null;
}

const STEPS = ['bring', 'show'] as const;

/** First the picture is brought, then looked at and shown. */
export type PictureStep = (typeof STEPS)[number];

interface PictureForms {
  readonly words: Words;
  readonly desk: PictureDesk;
  readonly typed: Typed;
  /** What is wrong, by field. */
  readonly told: Readonly<Record<string, string>>;
}

// words: organisations.picture.missing.* organisations.picture.refused.*
export function PicturePage({
  frame,
  desk,
  step,
  typed,
  problems: { missing, refused },
}: {
  readonly frame: Frame;
  readonly desk: PictureDesk;
  readonly step: PictureStep;
  readonly typed: Typed;
  readonly problems: Problems;
}) {
  const { words } = frame;
  const { id, name, picture } = desk;
  const limit = { count: LONGEST_ALTERNATIVE };
  const told = Object.fromEntries([
    ...[...missing].map((field) => [field, words.say(`organisations.picture.missing.${field}`, limit)]),
    ...(refused === null ? [] : [['file', words.say(`organisations.picture.refused.${refused}`)]]),
  ]);
  const errors: readonly FormError[] = Object.entries<string>(told).map(([field, text]) => ({ field, text }));
  const again = errors.length > 0;
  const forms = { words, desk, typed, told };
  const title = words.say('organisations.picture.title');
  return (
    <Page
      frame={frame}
      title={title}
      noindex
      readers="own"
      faulty={again}
      islands={step === 'bring' ? ['file-limit'] : []}
    >
      <PageTitle
        back={<BackLink href={`/organisationen/${id}`}>{words.say('organisations.speak.back')}</BackLink>}
        above={<bdi>{name === '' ? words.say('organisations.noName') : name}</bdi>}
        title={title}
        below={words.say('organisations.picture.text')}
      />
      <Band words={words} at={step} />
      <ErrorSummary words={words} errors={errors} />
      {again && step === 'bring' && told['file'] === undefined ? (
        <Notice>
          <p>{words.say('organisations.picture.again')}</p>
        </Notice>
      ) : null}
      {picture === null || step === 'bring' ? (
        <BringForm {...forms} isOther={picture !== null} />
      ) : (
        <ShowStep {...forms} picture={picture} />
      )}
    </Page>
  );
}

// words: organisations.picture.step.*
function Band({ words, at }: { readonly words: Words; readonly at: PictureStep }) {
  return (
    <Steps
      words={words}
      label={words.say('organisations.picture.steps')}
      steps={STEPS.map((step) => ({
        label: words.say(`organisations.picture.step.${step}`),
        state: step === at ? 'now' : at === 'show' ? 'done' : 'ahead',
      }))}
    />
  );
}

function BringForm({ isOther, ...forms }: PictureForms & { readonly isOther: boolean }) {
  const { words, desk, told } = forms;
  return (
    <Form action={`/organisationen/${desk.id}/bild`} files label={words.say('organisations.picture.step.bring')}>
      <Notice tone="look" title={words.say('organisations.picture.before')}>
        <p>{words.say('organisations.picture.before.text')}</p>
      </Notice>
      {isOther ? <p>{words.say('organisations.picture.other.text')}</p> : null}
      <Alternative {...forms} before={null} />
      <FileField
        words={words}
        name="file"
        label={words.say('organisations.picture.file')}
        hint={words.say('organisations.picture.file.hint')}
        accept="image/png,image/jpeg,image/webp"
        limit={IMAGE_BYTES}
        error={told['file']}
      />
      <ReadersNote words={words} scope="own">
        {words.say('organisations.picture.readers')}
      </ReadersNote>
      <Button icon="next">{words.say('organisations.picture.bring')}</Button>
    </Form>
  );
}

function Alternative({ words, typed, told, before }: Omit<PictureForms, 'desk'> & { readonly before: Picture | null }) {
  const language = words.language === 'de-simple' ? 'de' : words.language;
  return (
    <>
      <TextField
        words={words}
        name="alternative"
        label={words.say('organisations.picture.alternative')}
        hint={words.say('organisations.picture.alternative.hint')}
        value={typed['alternative'] ?? before?.alternative}
        error={told['alternative']}
      />
      <SelectField
        words={words}
        name="language"
        label={words.say('organisations.picture.language')}
        empty={null}
        choices={ALTERNATIVE_LANGUAGES.map((code) => ({ value: code, label: words.languageName(code) }))}
        value={typed['language'] ?? before?.language ?? language}
        error={told['language']}
      />
    </>
  );
}

// words: claims.scope.*
function ShowStep({ picture, ...forms }: PictureForms & { readonly picture: Picture }) {
  const { words, desk, typed, told } = forms;
  const isNew = picture.scope === 'own';
  return (
    <>
      <Part title={words.say(desk.isSeenByStrangers ? 'organisations.picture.seen' : 'organisations.picture.wouldSee')}>
        <ShownPicture words={words} path={`/organisationen/${desk.id}`} picture={picture} showsScope={false} />
        <p>
          {words.say('organisations.picture.read')} <Passage lang={picture.language}>{picture.alternative}</Passage>
        </p>
        {desk.isSeenByStrangers ? null : (
          <p class="soft">
            {words.say(
              picture.scope === 'public' ? 'organisations.picture.veiled' : 'organisations.picture.notPublic',
              {
                who: words.say(`claims.scope.${picture.scope}`),
              },
            )}
          </p>
        )}
      </Part>
      <Form
        action={`/organisationen/${desk.id}/bild/zeigen`}
        label={words.say('organisations.picture.step.show')}
        hidden={{ name: picture.name }}
      >
        <RadioField
          words={words}
          name="scope"
          label={words.say('organisations.picture.scope')}
          hint={words.say('organisations.picture.scope.hint')}
          choices={SCOPES.map((scope) => ({ value: scope, label: words.say(`claims.scope.${scope}`) }))}
          value={typed['scope'] ?? (isNew ? undefined : picture.scope)}
          error={told['scope']}
        />
        <Alternative {...forms} before={picture} />
        <ReadersNote words={words} scope={picture.scope}>
          {words.say('organisations.picture.readers.show')}
        </ReadersNote>
        <Button icon="check">{words.say('organisations.picture.save')}</Button>
      </Form>
      <Part title={words.say('organisations.picture.other.title')}>
        <Form action={`/organisationen/${desk.id}/bild/entfernen`} label={words.say('organisations.picture.drop')}>
          <ReadersNote words={words} scope="own">
            {words.say('organisations.picture.drop.text')}
          </ReadersNote>
          <Buttons>
            <LinkButton tone="quiet" href={`/organisationen/${desk.id}/bild?anderes`}>
              {words.say('organisations.picture.other')}
            </LinkButton>
            <Button tone="end">{words.say('organisations.picture.drop')}</Button>
          </Buttons>
        </Form>
      </Part>
    </>
  );
}
