import { isRecord } from '../isRecord';
import type { FaultOrder } from './order';
import { FAULTS, findFault } from './table';

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1;
const isFraction: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isPositive: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isText: Check = (value) => typeof value === 'string';

const CHECKS: Readonly<Record<keyof FaultOrder, { readonly is: Check; readonly words: string }>> = {
	fault: { is: (value) => findFault(value) !== undefined, words: `one of ${FAULTS.map(({ name }) => name).join(', ')}` },
	protocol: { is: (value) => value === 'json' || value === 'xml' || value === 'get', words: 'json, xml or get' },
	operation: { is: (value) => value === 'send' || value === 'state' || value === 'account', words: 'send, state or account' },
	nth: { is: isCount, words: 'a whole number from 1' },
	next: { is: isCount, words: 'a whole number from 1' },
	share: { is: isFraction, words: 'a number from 0 to 1' },
	accepted: { is: (value) => typeof value === 'boolean', words: 'true or false' },
	seconds: { is: isPositive, words: 'a number of 0 or more' },
	fraction: { is: isFraction, words: 'a number from 0 to 1' },
	every: { is: isCount, words: 'a whole number from 1' },
	status: { is: (value) => isCount(value) && Number(value) >= 200 && Number(value) < 600, words: 'an HTTP status from 200' },
	location: { is: isText, words: 'an address' },
	body: { is: isText, words: 'a text' },
	contentType: { is: isText, words: 'a text' },
	megabytes: { is: isPositive, words: 'a number of 0 or more' },
};

/**
 * Checks an order that came from a test or the control endpoint.
 * @throws {TypeError} that says which value is wrong and what it may be
 */
export function checkOrder(value: unknown): FaultOrder {
	if (!isOrder(value)) throw new TypeError('A fault is an object: {"fault":"hang","next":1}.');
	const row = findFault(value.fault);
	if (!row) throw new TypeError(`"fault" must be ${CHECKS.fault.words}.`);
	const given = [value.nth, value.next, value.share].filter((one) => one !== undefined);
	if (given.length > 1) throw new TypeError('Give only one of "nth", "next" and "share".');
	const isBound = row.accepted === 'always' || row.accepted === 'never';
	if (isBound && value.accepted !== undefined && value.accepted !== (row.accepted === 'always')) {
		throw new TypeError(`With "${row.name}" the messages are ${row.accepted} accepted.`);
	}
	if (row.stage === 'listener' && value.share !== undefined) throw new TypeError('"refuse" knows no "share".');
	if (row.stage === 'connection' && (value.protocol ?? value.operation) !== undefined) {
		throw new TypeError(`"${row.name}" strikes before a request: it knows no "protocol" and no "operation".`);
	}
	return value;
}

function isOrder(value: unknown): value is FaultOrder {
	if (!isRecord(value)) return false;
	for (const [key, one] of Object.entries(value)) {
		const check = Object.entries(CHECKS).find(([name]) => name === key)?.[1];
		if (!check) throw new TypeError(`"${key}" is not known; there are ${Object.keys(CHECKS).join(', ')}.`);
		if (!check.is(one)) throw new TypeError(`"${key}" must be ${check.words}.`);
	}
	return 'fault' in value;
}
