import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/index.ts';
import { BackLink, Button, Buttons, Page, PageTitle, ReadersNote, TextArea, type Frame } from '../../../ui/index.ts';
import { REFLECTION_PATH, WORKING_TOGETHER_PATH } from '../paths.ts';
import type { CooperationPages } from './access.ts';

const QUESTIONS = ['known', 'hope', 'bring', 'find', 'benefit', 'shape', 'learn', 'change'] as const;

/** `/nachdenken`: eight questions to oneself. The sheet is no form: there is nothing that could be sent. */
export function addReflectionPage(web: Hono<Env>, { frame }: Pick<CooperationPages, 'frame'>): void {
  web.get(REFLECTION_PATH, async (c) => c.html(<ReflectionPage frame={await frame(c)} />));
}

// words: cooperations.reflection.ask.* cooperations.reflection.hint.*
function ReflectionPage({ frame }: { readonly frame: Frame }) {
  const { words } = frame;
  const title = words.say('cooperations.reflection.title');
  return (
    <Page frame={frame} title={title} alternates islands={['reflection']}>
      <PageTitle
        back={<BackLink href={WORKING_TOGETHER_PATH}>{words.say('cooperations.overview.title')}</BackLink>}
        title={title}
        below={words.say('cooperations.reflection.text')}
      />
      <reflection-sheet
        data-deleted={words.say('cooperations.reflection.deleted')}
        data-full={words.say('cooperations.reflection.full')}
        data-sure={words.say('cooperations.reflection.sure')}
      >
        <ReadersNote words={words} scope="own">
          {words.say('cooperations.reflection.readers')}
        </ReadersNote>
        <noscript>
          <p>{words.say('cooperations.reflection.paper')}</p>
        </noscript>
        <div class="form">
          {QUESTIONS.map((question, index) => (
            <TextArea
              words={words}
              name={`reflection-${question}`}
              label={words.say('cooperations.reflection.numbered', {
                number: index + 1,
                question: words.say(`cooperations.reflection.ask.${question}`),
              })}
              hint={words.say(`cooperations.reflection.hint.${question}`)}
              rows={4}
              optional
            />
          ))}
        </div>
        <p role="status" hidden></p>
        <div hidden>
          <Buttons>
            <Button icon="print" name="print">
              {words.say('cooperations.reflection.print')}
            </Button>
            <Button tone="end" icon="close" name="delete">
              {words.say('cooperations.reflection.delete')}
            </Button>
          </Buttons>
        </div>
      </reflection-sheet>
    </Page>
  );
}
