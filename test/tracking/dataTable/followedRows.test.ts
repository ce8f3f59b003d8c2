import { FollowedRows } from '../../../nodes/CascadeMessaging/tracking/dataTable/followedRows';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import type { Row } from '../../../nodes/CascadeMessaging/tracking/dataTable/row';
import { iso } from '../support/dataTables';

it('reads rows however many they are, each once', async () => {
	const learntAt = iso();
	const rows = Array.from({ length: 200_000 }, (_, index): Row => ({ id: index + 1, messageId: String(index + 1), learntAt }));
	const table = { deliveredSince: async () => await Promise.resolve(rows) } as unknown as MessageTable;
	const followed = new FollowedRows();

	expect(await followed.readNew(table, '')).toHaveLength(200_000);
	expect(await followed.readNew(table, '')).toEqual([]);
	expect(followed.byId.size).toBe(200_000);
});
