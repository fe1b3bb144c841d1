import type { Words } from '../../../plain/words.ts';
import {
  BackLink,
  Button,
  Card,
  Form,
  LinkButton,
  Page,
  PageTitle,
  ReadersNote,
  type Frame,
} from '../../../ui/index.ts';
import { WORKING_TOGETHER_PATH } from '../paths.ts';

const WAYS = ['reopen', 'commission', 'none'] as const;
const COMMISSION = ['task', 'fee', 'time', 'say', 'name', 'end'] as const;

// words: cooperations.finished.reopen* cooperations.finished.commission* cooperations.finished.none*
/** The concept is finished: three honest ways, each with what follows from it. */
export function WaysPage({
  frame,
  action,
  kept,
}: {
  readonly frame: Frame;
  readonly action: string;
  readonly kept: Readonly<Record<string, string>>;
}) {
  const { words } = frame;
  const title = words.say('cooperations.finished.title');
  return (
    <Page frame={frame} title={title} noindex readers="own">
      <PageTitle
        back={<BackLink href={action}>{words.say('cooperations.finished.back')}</BackLink>}
        above={<bdi>{kept['title']}</bdi>}
        title={title}
        below={words.say('cooperations.finished.text')}
      />
      {WAYS.map((way) => (
        <Card title={words.say(`cooperations.finished.${way}`)}>
          <p>{words.say(`cooperations.finished.${way}.text`)}</p>
          <Form action={action} label={words.say(`cooperations.finished.${way}`)} hidden={{ ...kept, way }}>
            {way === 'reopen' ? <Readers words={words} /> : null}
            <Button tone={way === 'reopen' ? 'main' : 'quiet'}>{words.say(`cooperations.finished.${way}.go`)}</Button>
          </Form>
        </Card>
      ))}
    </Page>
  );
}

function Readers({ words }: { readonly words: Words }) {
  return (
    <ReadersNote words={words} scope="own">
      {words.say('cooperations.begin.readers')}
    </ReadersNote>
  );
}

// words: cooperations.commission.names.*
/** `/zusammenarbeit/auftrag`: what a fair commission names. No cooperation comes of it. */
export function CommissionPage({ frame }: { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('cooperations.commission.title');
  return (
    <Page frame={frame} title={title} alternates>
      <PageTitle
        back={<BackLink href={WORKING_TOGETHER_PATH}>{words.say('cooperations.overview.title')}</BackLink>}
        title={title}
        below={words.say('cooperations.commission.text')}
      />
      <ul class="rows">
        {COMMISSION.map((key) => (
          <li>{words.say(`cooperations.commission.names.${key}`)}</li>
        ))}
      </ul>
      <p>{words.say('cooperations.commission.then')}</p>
      <p>
        <LinkButton tone="quiet" href={WORKING_TOGETHER_PATH}>
          {words.say('cooperations.overview.title')}
        </LinkButton>
      </p>
    </Page>
  );
}
