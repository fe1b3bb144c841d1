import { expect, test } from 'vitest';
import { ORIGIN, usePeopleWeb } from '../../../../test/people-web.ts';

const web = usePeopleWeb();

test('printed words say the whole address at which they open the account', async () => {
  const { alias } = await web.site.account();
  const cookie = await web.site.enter(alias);
  const made = await web.site.post('/konto/wiederherstellung/woerter', {}, { cookie });
  expect(await made.text()).toContain(`Eingeben unter: ${ORIGIN}/wiederherstellen/woerter`);
});
