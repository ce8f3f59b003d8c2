import assert from 'node:assert/strict';

import { textAt } from '../../demo/json';
import { startSimulator } from '../../simulator';
import { makeCredential } from './compat/credential';
import type { World } from './world';

/** Presses the credential's Test button in a real n8n beside a gateway whose clock is that of Yekaterinburg: with a wrong time zone, and with the right one. */
export async function testTimeZones(world: World): Promise<void> {
	const gateway = await startSimulator({ account: { timeZone: 'Asia/Yekaterinburg', balance: 356.1 } });
	const press = async (timeZone: string): Promise<string[]> => {
		const { id, name } = await makeCredential(world, { host: gateway.url, timeZone });
		const data = { host: gateway.url, authentication: 'password', login: 'demo', password: 'demo-password', store: 'memory', timeZone };
		const credentials = { id, name, type: 'cascadeMessagingApi', data };
		const tested = await world.session.rest('POST', '/credentials/test', { credentials });
		return [textAt(tested, 'data', 'status'), textAt(tested, 'data', 'message')];
	};
	try {
		const told = 'The gateway accepts this account. It answers over JSON, XML and GET. The balance is 356.10 RUR.';
		const [wrong, words = ''] = await press('Europe/Moscow');
		assert.equal(wrong, 'Error');
		assert.ok(words.startsWith(`${told} But two clocks differ: n8n's says `), words);
		assert.match(words, /which fits UTC\+5, e\.g\. Asia\/Yekaterinburg\. If n8n's clock is right, enter such a zone as Gateway Time Zone/);
		assert.deepEqual(await press('Asia/Yekaterinburg'), ['OK', `${told} The gateway's clock agrees with Asia/Yekaterinburg.`]);
	} finally {
		await gateway.close();
	}
}
