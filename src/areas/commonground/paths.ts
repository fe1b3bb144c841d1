export const CONVERSATIONS_PATH = '/gespraeche';
/** Where somebody takes part; by itself short enough to be typed from paper. */
export const DOOR_PATH = '/g';
/** Where a conversation that was held elsewhere is taken in. */
export const TAKE_IN_PATH = `${CONVERSATIONS_PATH}/uebernehmen`;
/** Its three tables, 6 MB each. */
export const TAKE_IN_UPLOAD = { path: /^\/gespraeche\/uebernehmen$/, bytes: 18_000_000 };
