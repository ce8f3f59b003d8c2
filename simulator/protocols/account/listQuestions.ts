import { NEW_LIST } from '../../gateway/account/contact';
import type { ContactLists } from '../../gateway/account/contactLists';
import type { Row } from '../../gateway/answer';
import { required, textRecords } from './fields';
import type { Question } from './question';

const LIST_FIELDS = Object.keys(NEW_LIST);

/** The contact lists kept at the operator. */
export const list_bases: Question = {
	fields: [],
	answer: ({ account }) => ({ base: account.lists.all.map(({ id, fields }) => ({ id_base: id, ...fields })) }),
};

/** Makes contact lists, changes and removes them. */
export const bases: Question = {
	fields: ['bases', 'delete_bases'],
	answer: ({ account: { lists } }, asked) => {
		const given = textRecords(asked.bases, 'bases', ['id_base', 'number_base', ...LIST_FIELDS]);
		const removed = textRecords(asked.delete_bases, 'delete_bases', ['id_base']).map((one) => required(one.id_base, 'id_base'));
		for (const { id_base: id, number_base: number, name_base: name } of given) {
			if (id === undefined) required(number, 'number_base');
			if (id === undefined) required(name, 'name_base');
		}
		return {
			bases: [
				...given.map(({ id_base: id, number_base: number, ...fields }) => put(lists, { id, number }, fields)),
				...removed.map((id) => ({ id_base: id, action: lists.remove(id) })),
			],
		};
	},
};

/** What names a list: its ID, and the number the sender gave to it. */
interface Names {
	readonly id: string | undefined;
	readonly number: string | undefined;
}

function put(lists: ContactLists, { id, number }: Names, fields: Readonly<Record<string, string>>): Row {
	const done = id === undefined ? { id_base: lists.add(fields), action: 'insert' } : { id_base: id, action: lists.edit(id, fields) };
	return { ...done, ...(number === undefined ? {} : { number_base: number }) };
}
