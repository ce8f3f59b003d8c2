import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';

import { post, publishReplies, READS, reply } from '../replies/publishing';
import { publishSender, sendThrough } from '../workflows';
import type { World } from '../world';
import { putUp } from '../world';
import { makeCredential } from './credential';
import { release } from './release';

const KEY = 'kEy0fTheManager';

let world: World;
before(async () => {
	world = await putUp(600, {}, release);
});
after(async () => await world.close());

it('a reply comes with what was attached; what is none is refused by the node, not by n8n', async () => {
	const credential = await makeCredential(world, { replySecret: KEY });
	const replies = await publishReplies(world, credential, {}, { webhookId: randomUUID() });
	await publishSender(world, credential, 'replies');
	const [sent] = await sendThrough(world, 'replies', [{ phone: READS, contactId: 41 }]);
	const right = `${replies.url}?key=${KEY}`;
	const said = reply(sent?.messageId, 'Call me');
	const statuses = [
		await post(replies.url, said),
		await post(right, JSON.stringify(said).slice(0, -1)),
		await post(right, said, 'multipart/form-data; boundary=x'),
		await post(right, said),
		await post(right, said),
	];
	assert.deepEqual(statuses, [403, 400, 400, 200, 200]);
	assert.deepEqual(
		(await replies.started(2, 5)).map(({ text, data }) => [text, data]),
		[['Call me', { contactId: 41 }]],
	);
});
