import { createServer } from 'node:net';

import { freePort } from '../../demo/ports';

describe('a free port', () => {
	it('is the wished one, or any', async () => {
		const port = await freePort('the test');
		expect(port).toBeGreaterThan(1023);
		expect(await freePort('the test', port)).toBe(port);
	});

	it('is refused with the port, its use and the option when another program has it', async () => {
		const other = createServer();
		const port = await freePort('the test');
		await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
		const refusal = `Port ${port} on 127.0.0.1, meant for n8n, is taken by another program. Choose another one with --n8n-port <port>, 0 for any free one.`;
		await expect(freePort('n8n', port, '--n8n-port')).rejects.toThrow(refusal);
		await new Promise((resolve) => other.close(resolve));
	});
});
