/** The version of this action, as package.json has it; a test compares the two. */
export const ACTION_VERSION = '0.1.0';
