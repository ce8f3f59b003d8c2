import type { FaultOrder } from '../../../simulator';
import { FAULTS } from '../../../simulator/faults/table';
import { LOGIN, PASSWORD, TOKEN } from './madeUp';

/** All protocols. */
export const PROTOCOLS = ['json', 'xml', 'get'] as const;

/** All secrets of the gateway in one text. */
const ALL = [LOGIN, PASSWORD, TOKEN].map(({ value }) => value).join(' ');

const SETTINGS: Readonly<Record<string, Omit<FaultOrder, 'fault'>>> = {
	refuse: { seconds: 0 },
	slow: { seconds: 0.1 },
	huge: { megabytes: 3 },
	custom: { body: 'Fatal: no such user' },
};

/** The HTTP statuses that point elsewhere. */
export const REDIRECTS = [301, 302, 303, 307, 308] as const;

/**
 * Each fault of the simulator's table, and those that tell secrets in several ways.
 *
 * @param elsewhere the address that redirects point to
 */
export function everyFault(elsewhere: string): FaultOrder[] {
	const inUrl = encodeURIComponent(ALL);
	const withLogin = elsewhere.replace('://', `://${encodeURIComponent(LOGIN.value)}:${encodeURIComponent(PASSWORD.value)}@`);
	return [
		...FAULTS.map(({ name }) => ({ fault: name, ...SETTINGS[name] })).filter(({ fault }) => fault !== 'redirect'),
		...[200, 400, 401, 403].map((status) => ({ fault: 'echo', status })),
		...REDIRECTS.map((status) => ({ fault: 'redirect', status, location: `${elsewhere}/${inUrl}?all=${inUrl}&` })),
		{ fault: 'redirect', location: withLogin },
		{ fault: 'redirect', location: ` ${TOKEN.value}` },
	];
}

/** Faults that end only with the time-out of the request. */
export const isSlow = ({ fault }: FaultOrder): boolean => ['hang', 'drip', 'hang-on-connect'].includes(fault);

/** A short name of a fault, for the title of a test. */
export function nameOf({ fault, status, location }: FaultOrder): string {
	const where = location === undefined ? '' : `to ${location.slice(0, 16)}`;
	return [fault, status, where].filter(Boolean).join(' ');
}
