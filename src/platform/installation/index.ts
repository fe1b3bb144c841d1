export { findBeginning, findInstallation, insertInstallation, type Installation } from './store.ts';
export { installationStep } from './migrations/2026-11-21-installation.ts';
export { installationKeepersStep } from './migrations/2026-11-21-keepers.ts';
