/** How the classes are called, and what belongs to them, that Leptos brings along for server functions. We have none. */
export const SERVER_FUNCTIONS = /intounderlying(?:byte)?(?:source|sink)/i;
