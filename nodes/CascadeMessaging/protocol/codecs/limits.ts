import type { Limits } from './codec';

const nothing = (): undefined => undefined;

/** The limits of a protocol that carries everything. */
export const NO_LIMITS: Limits = {
	messagesPerRequest: Infinity,
	objectionToText: nothing,
	objectionToName: nothing,
	objectionToExtra: nothing,
	objectionToLength: nothing,
};
