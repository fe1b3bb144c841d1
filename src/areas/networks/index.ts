export { NETWORK_FIELDS } from './fields.ts';
export { networkProjection } from './projection.ts';
export { networksStep } from './migrations/2026-11-21-networks.ts';
export { networksReadersStep } from './migrations/2026-11-21-readers.ts';
export { hiddenMembersStep } from './migrations/2026-11-21-hidden-members.ts';
export { findNetworksOf, findShownNetworks } from './store.ts';
export { addNetworkPages, NETWORKS_PATH } from './pages/routes.tsx';
