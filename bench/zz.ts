import { runNode } from '../test/engine/harness';
import { builtPackage } from './built';
import { sendParameters } from './send/ours';
import { makeContacts } from './send/ways';
import { startQuickGateway } from './gateway/quickGateway';
async function main() {
	const { node, credential } = builtPackage();
	const gw = await startQuickGateway();
	const account = { host: gw.url, authentication: 'password', login: 'demo', password: 'demo-password' };
	const run = async (operation: string, n: number) => {
		const a = performance.now();
		const r = await runNode({ node, parameters: { ...sendParameters('simple','json'), operation }, items: makeContacts(n).map((c)=>({json:{...c}})), credentials: [{ type: credential, data: account }] });
		if ((r.output[0]?.length ?? 0) !== n) throw new Error('x');
		return performance.now()-a;
	};
	for (const op of ['send','preview','send','preview','send','preview','preview','send']) console.log(op, (await run(op, 10000)).toFixed(0));
	process.exit(0);
}
void main();
