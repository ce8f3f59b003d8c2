import { LONGEST_LIST, mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { MemoryOutbox } from '../../../nodes/CascadeMessaging/tracking/memory/memoryOutbox';
import { message, START } from '../support/dataTables';
import { fakeN8n } from '../support/n8n';

const now = () => START;
beforeEach(() => {
	jest.spyOn(Date, 'now').mockImplementation(now);
});
afterEach(() => {
	jest.restoreAllMocks();
});

const readerOf = (account: string) => mailboxOf(account).readerOf({ key: 'w1:n1', longestPause: 60_000, restored: () => [] }, START);

it('leaves messages in the mailbox of its account', async () => {
	const [ours, theirs] = [readerOf('ours'), readerOf('theirs')];
	await new MemoryOutbox(fakeN8n().context, 'ours').add([message('1'), message('2')]);

	expect([...ours.waiting.values()]).toEqual([message('1'), message('2')]);
	expect(theirs.waiting.size).toBe(0);
});

it('writes into n8n’s log what the mailbox lets go of', async () => {
	readerOf('full');
	const { context, warnings } = fakeN8n();
	await new MemoryOutbox(context, 'full').add(Array.from({ length: LONGEST_LIST + 1 }, (_, index) => message(String(index))));

	expect(warnings).toEqual([expect.stringContaining('will not report 1 message, the oldest.')]);
});
