import { type Contact, NEW_CONTACT } from '../../gateway/account/contact';
import type { ContactList } from '../../gateway/account/contactLists';
import type { Row } from '../../gateway/answer';
import type { Gateway } from '../../gateway/gateway';
import { refuse, WORDS } from '../../gateway/refusal';
import { formatWallTime } from '../../gateway/wallTime';
import { jsonText } from '../jsonValues';
import { phoneOf, textRecord, textRecords } from './fields';
import { cutPage } from './pages';
import type { Question } from './question';

const WALL_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const DATE = /^(\d{4}-\d\d-\d\d)?$/;
/** Sexes are written in words, and told as letters. */
const SEXES: ReadonlyMap<string, string> = new Map([
	['мужской', 'm'],
	['женский', 'f'],
	['m', 'm'],
	['f', 'f'],
	['', ''],
]);

/** The contacts of a list, a page at a time: all, or those that changed since a moment (that moment included). */
export const list_phones: Question = {
	fields: ['base'],
	answer: ({ account: { lists, settings } }, asked) => {
		const base = textRecord(asked.base, 'base', ['id_base', 'page', 'last_update']);
		const since = base.last_update ?? '';
		if (since !== '' && !WALL_TIME.test(since)) refuse('Поле last_update должно быть в формате YYYY-MM-DD hh:mm:ss');
		const { contacts } = listWith(lists.find(jsonText(base.id_base, 'id_base')));
		const rows = [...contacts.values()].map((contact) => contactRow(contact, settings.timeZone));
		const { entries, ...page } = cutPage(
			rows.filter((row) => String(row.last_update) >= since),
			base.page,
			settings.pageSize,
		);
		return { ...page, phones: entries };
	},
};

/** Puts contacts on a list, changes them, and takes them off it. */
export const phones: Question = {
	fields: ['id_base', 'phones'],
	answer: (gateway, asked) => {
		const { id } = listWith(gateway.account.lists.find(jsonText(asked.id_base, 'id_base')));
		const entries = textRecords(asked.phones, 'phones', ['phone', 'action', 'number_phone', ...Object.keys(NEW_CONTACT)]).map(check);
		return { id_base: id, phones: entries.map((entry) => change(gateway, id, entry)) };
	},
};

/** An entry as sent, checked. */
interface Entry {
	readonly phone: string;
	readonly isDeleted: boolean;
	readonly number: string | undefined;
	readonly fields: Readonly<Record<string, string>>;
}

function check({ phone, action, number_phone: number, ...fields }: Readonly<Record<string, string>>): Entry {
	if (action !== undefined && action !== 'delete') refuse('Поле action должно быть delete');
	if (!DATE.test(fields.date_birth ?? '')) refuse('Поле date_birth должно быть в формате YYYY-MM-DD');
	const male = SEXES.get(fields.male ?? '') ?? refuse('Поле male должно быть мужской или женский');
	return {
		phone: phoneOf(phone),
		isDeleted: action === 'delete',
		number,
		fields: fields.male === undefined ? fields : { ...fields, male },
	};
}

function change({ account: { lists }, clock }: Gateway, id: string, { phone, isDeleted, number, fields }: Entry): Row {
	const action = isDeleted ? lists.drop(id, phone) : lists.put(id, phone, fields, clock.now());
	return { phone, ...(number === undefined ? {} : { number_phone: number }), action };
}

function contactRow({ phone, fields, updatedAt }: Contact, timeZone: string): Row {
	return { phone, ...fields, last_update: formatWallTime(updatedAt, timeZone) };
}

function listWith(list: ContactList | undefined): ContactList {
	return list ?? refuse(WORDS.noSuchList);
}
