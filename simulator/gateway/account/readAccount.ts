import { isRecord } from '../../isRecord';
import { isPhone } from '../isPhone';
import { isTimeZone } from '../wallTime';
import { NEW_CONTACT } from './contact';
import { isQuestionType, QUESTION_TYPES } from './questionTypes';
import type { AccountSettings } from './settings';

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isListOf =
	(is: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(is);
const ORIGINATOR_STATES: readonly unknown[] = ['completed', 'order', 'rejected'];

const CHECKS: Readonly<Record<keyof AccountSettings, { readonly is: Check; readonly words: string }>> = {
	offered: { is: isBoolean, words: 'true or false' },
	unknownTypes: { is: isListOf(isQuestionType), words: `a list of ${QUESTION_TYPES.join(', ')}` },
	balance: { is: (value) => typeof value === 'number' && Number.isFinite(value), words: 'a number' },
	currency: { is: (value) => typeof value === 'string' && value !== '', words: 'a text' },
	surcharges: { is: isSurcharges, words: 'amounts by network: {"МТС":0.5}' },
	refusesWithoutMoney: { is: isBoolean, words: 'true or false' },
	timeZone: { is: (value) => typeof value === 'string' && isTimeZone(value), words: 'an IANA time zone' },
	hoursFrom: { is: (value) => value === 'moscow' || value === 'utc', words: 'moscow or utc' },
	anyOriginator: { is: isBoolean, words: 'true or false' },
	originators: { is: isListOf(isOriginator), words: 'a list of {"originator":"MyShop","state":"completed"}, or "order", or "rejected"' },
	stopList: { is: isListOf(isPhone), words: 'a list of phones, digits as texts' },
	contactLists: {
		is: isListOf(isGivenList),
		words: 'a list of {"id":"4","name":"Shop","contacts":[{"phone":"79000000001","name":"Anna"}]}',
	},
	sendsToLists: { is: isBoolean, words: 'true or false' },
	pageSize: { is: (value) => typeof value === 'number' && Number.isInteger(value) && value > 0, words: 'a whole number from 1' },
};

/**
 * Checks what a test, a file or the control endpoint says of the account.
 * @throws {TypeError} that says which setting is wrong and what it may be
 */
export function readAccount(value: unknown): Partial<AccountSettings> {
	if (!isAccount(value)) throw new TypeError('An account is an object: {"balance":100,"stopList":["79000000001"]}.');
	return value;
}

function isAccount(value: unknown): value is Partial<AccountSettings> {
	if (!isRecord(value)) return false;
	for (const [key, one] of Object.entries(value)) {
		const check = Object.entries(CHECKS).find(([name]) => name === key)?.[1];
		if (!check) throw new TypeError(`"${key}" of the account is not known; there are ${Object.keys(CHECKS).join(', ')}.`);
		if (!check.is(one)) throw new TypeError(`"${key}" of the account must be ${check.words}.`);
	}
	return true;
}

function isOriginator(value: unknown): boolean {
	return isRecord(value) && typeof value.originator === 'string' && ORIGINATOR_STATES.includes(value.state);
}

function isSurcharges(value: unknown): boolean {
	return isRecord(value) && Object.values(value).every((amount) => typeof amount === 'number' && amount >= 0);
}

function isGivenList(value: unknown): boolean {
	if (!isRecord(value) || typeof value.name !== 'string') return false;
	const isId = value.id === undefined || (typeof value.id === 'string' && /^\d+$/.test(value.id));
	return isId && isListOf(isContact)(value.contacts);
}

function isContact(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const { phone, ...rest } = value;
	return isPhone(phone) && Object.entries(rest).every(([name, text]) => Object.hasOwn(NEW_CONTACT, name) && typeof text === 'string');
}
