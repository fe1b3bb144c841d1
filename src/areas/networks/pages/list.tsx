import { EmptyState, Page, Pager, PageTitle, Row, Rows, type Frame } from '../../../ui/index.ts';
import { Spoken, spokenOf } from '../../claims/index.ts';
import { PAGE_NETWORKS, type NetworkList } from '../list.ts';
import { membersOf } from '../members.ts';

/** All networks by name, with what they are about and how many belong to them. */
export function NetworksPage({
  frame,
  list: { count, networks },
  page,
}: {
  readonly frame: Frame;
  readonly list: NetworkList;
  readonly page: number;
}) {
  const { words } = frame;
  const pages = Math.ceil(count / PAGE_NETWORKS);
  return (
    <Page frame={frame} title={words.say('networks.all.title')} alternates noindex={page > 1}>
      <PageTitle title={words.say('networks.all.title')} below={words.say('networks.all.text')} />
      {networks.length === 0 ? (
        <EmptyState title={words.say('networks.all.none')} icon="people">
          <p>
            {count === 0 ? (
              words.say('networks.all.none.text')
            ) : (
              <a href="?seite=1">{words.say('networks.all.toFirst')}</a>
            )}
          </p>
        </EmptyState>
      ) : (
        <Rows label={words.say('networks.all.title')}>
          {networks.map(({ subject, facts }) => (
            <NetworkRow frame={frame} subject={subject} facts={facts} />
          ))}
        </Rows>
      )}
      <Pager words={words} page={Math.min(page, Math.max(pages, 1))} pages={pages} href={(to) => `?seite=${to}`} />
    </Page>
  );
}

function NetworkRow({ frame: { words }, subject, facts }: { readonly frame: Frame } & NetworkList['networks'][number]) {
  const [name] = spokenOf(facts['name'], words, 'reader');
  const [about] = [...spokenOf(facts['goal'], words, 'reader'), ...spokenOf(facts['description'], words, 'reader')];
  const members = membersOf(facts['members']);
  return (
    <Row
      level={2}
      href={`/netzwerke/${subject}`}
      title={
        <Spoken words={words} language={name?.language ?? null}>
          {name?.text ?? words.say('networks.noName')}
        </Spoken>
      }
      why={
        members.length === 0
          ? words.say('networks.members.hidden')
          : words.say('networks.members', { count: members.length })
      }
    >
      {about === undefined ? undefined : (
        <p>
          <Spoken words={words} language={about.language}>
            {about.text}
          </Spoken>
        </p>
      )}
    </Row>
  );
}
