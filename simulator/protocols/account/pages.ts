import { refuse, WORDS } from '../../gateway/refusal';
import { jsonText } from '../jsonValues';

/** A page of a long list, and how it is told which it is. */
interface Page<T> {
	readonly page: string;
	readonly num_pages: string;
	readonly entries: readonly T[];
}

/**
 * Cuts a page out of a list. A page behind the last is empty, and an empty list has none.
 * @param asked the number of the page as sent, from 1
 * @param size how many entries are on a page
 * @throws {Refusal} when the number is none
 */
export function cutPage<T>(all: readonly T[], asked: unknown, size: number): Page<T> {
	const page = jsonText(asked, 'page');
	if (!/^[1-9]\d{0,8}$/.test(page)) refuse(WORDS.badPage);
	const start = (Number(page) - 1) * size;
	return { page, num_pages: String(Math.ceil(all.length / size)), entries: all.slice(start, start + size) };
}
