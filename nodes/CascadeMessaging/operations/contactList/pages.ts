import type { Contact, ContactsInput } from '../../protocol';
import type { ReplyTrouble } from '../../transport/accountReply';
import type { AccountRun } from '../shared/account/accountRun';

/** More pages no list has; a gateway that never ends would keep a run busy for ever. */
const MOST_PAGES = 100_000;

/** The contacts of one page, or why there are no further ones. */
type PageReply = { readonly contacts: readonly Contact[] } | { readonly trouble: ReplyTrouble };

/**
 * Asks for the contacts of a list page by page, in their order, as long as somebody wants more (docs/protocol.md section 8). Ends with a trouble
 * when a page has no answer, or the gateway gives another one than it was asked for. Never throws for what the gateway does or does not do.
 */
export async function* contactPages(run: AccountRun, list: Omit<ContactsInput, 'page'>): AsyncGenerator<PageReply, void, undefined> {
	for (let page = 1; page <= MOST_PAGES; page++) {
		const reply = await run.ask('contacts', { ...list, page });
		if ('trouble' in reply) return yield reply;
		const { page: came, pages, entries } = reply.answer;
		if (came !== null && came !== page && entries.length > 0) {
			// Behind its last page a gateway may give that one again.
			if (pages !== null) yield { trouble: { code: 'unexpectedShape', message: wrongPage(page, came), mayHaveArrived: true } };
			return;
		}
		yield { contacts: entries };
		const isWhole = came === null && pages === null;
		if (isWhole || entries.length === 0 || (pages !== null && page >= pages)) return;
	}
}

function wrongPage(asked: number, came: number): string {
	return `The gateway gave page ${came} of the list in place of page ${asked}.`;
}
