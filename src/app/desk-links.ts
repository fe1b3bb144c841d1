/** Where those who look after the network find what is to do. */
export const DESK_PATH = '/koordination';

/** What the desk leads to, what comes up most often first. The outbox is the operator's alone. */
export const DESK_LINKS = [
  { href: '/auffrischen', key: 'app.desk.refresh', text: 'app.desk.refresh.text', operator: false },
  { href: '/rollen', key: 'app.desk.roles', text: 'app.desk.roles.text', operator: false },
  { href: '/hinweise', key: 'app.desk.notices', text: 'app.desk.notices.text', operator: false },
  { href: '/listen', key: 'app.nav.lists', text: 'app.desk.lists.text', operator: false },
  { href: '/postausgang', key: 'app.desk.outbox', text: 'app.desk.outbox.text', operator: true },
] as const;
