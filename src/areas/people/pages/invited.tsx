import { BackLink, Facts, Notice, Page, PageTitle, Part, QrCode, type Frame } from '../../../ui/index.ts';
import type { Invited } from '../invite.ts';
import { aboveOf } from './role-page.tsx';
import type { ShownRole } from './role-at.ts';

// words: people.invited.*
/** An invitation that has just been made: a link, a code to scan, six words to print. It can be shown only once. */
export function InvitedPage({
  frame,
  origin,
  shown,
  invited,
  sent,
}: {
  readonly frame: Frame;
  readonly origin: string;
  readonly shown: Pick<ShownRole, 'ref' | 'name' | 'path'>;
  readonly invited: Invited;
  /** Whether the link is on its way by mail. */
  readonly sent: boolean;
}) {
  const { words } = frame;
  const { path, code, endsAt } = invited;
  const title = words.say('people.invited.title');
  return (
    <Page frame={frame} title={title} noindex readers="self">
      <PageTitle
        back={<BackLink href={shown.path}>{words.say('people.role.back')}</BackLink>}
        above={aboveOf(words, shown)}
        title={title}
        below={words.say('people.invited.text', { day: words.day(endsAt) })}
      />
      <div class="screen-only">
        <Notice tone="look" title={words.say('people.invited.once')}>
          <p>{words.say(sent ? 'people.invited.sent' : 'people.invited.pass')}</p>
        </Notice>
      </div>
      <Part title={words.say('people.invited.link')}>
        <p>
          <a href={path}>
            <code dir="ltr">
              {origin}
              {path}
            </code>
          </a>
        </p>
        <QrCode text={`${origin}${path}`} label={words.say('people.invited.scan')} />
      </Part>
      <Part title={words.say('people.invited.paper')}>
        <p>{words.say('people.invited.paper.text')}</p>
        <Facts
          facts={[
            { term: words.say('people.invited.address'), value: <bdi dir="ltr">{`${origin}/einladung`}</bdi> },
            {
              term: words.say('people.invited.words'),
              value: (
                <b lang="de" dir="ltr">
                  {code.join(' ')}
                </b>
              ),
            },
          ]}
        />
      </Part>
    </Page>
  );
}
