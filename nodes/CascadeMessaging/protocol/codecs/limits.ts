import type { Limits } from './codec';

const nothing = (): undefined => undefined;

/** The objection of a protocol that has no place for contact lists. */
export const NO_CONTACT_LISTS = 'can only be sent over JSON. Remove it or choose the protocol JSON.';

/** The limits of a protocol that carries everything. */
export const NO_LIMITS: Limits = {
	messagesPerRequest: Infinity,
	objectionToText: nothing,
	objectionToName: nothing,
	objectionToExtra: nothing,
	objectionToLength: nothing,
};
