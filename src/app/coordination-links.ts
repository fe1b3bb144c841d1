/** Where those who look after the network find what is to do. */
export const COORDINATION_PATH = '/koordination';

/** What it leads to: what comes up most often first. The outbox is the operator's alone. */
export const COORDINATION_LINKS = [
  { href: '/auffrischen', key: 'app.coordination.refresh', text: 'app.coordination.refresh.text', operator: false },
  { href: '/dasselbe', key: 'app.coordination.same', text: 'app.coordination.same.text', operator: false },
  { href: '/rollen', key: 'app.coordination.roles', text: 'app.coordination.roles.text', operator: false },
  { href: '/hinweise', key: 'app.coordination.notices', text: 'app.coordination.notices.text', operator: false },
  { href: '/listen', key: 'app.nav.lists', text: 'app.coordination.lists.text', operator: false },
  { href: '/postausgang', key: 'app.coordination.outbox', text: 'app.coordination.outbox.text', operator: true },
] as const;
