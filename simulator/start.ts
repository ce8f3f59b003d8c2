import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';

import fastify, { type FastifyPluginCallback } from 'fastify';

import { Clock } from './gateway/clock';
import { Gateway } from './gateway/gateway';
import { Scenario } from './gateway/scenario';
import { readSettings, readSpeed, type SimulatorOptions } from './options';
import { addControlRoutes } from './server/controlRoutes';
import { addGatewayRoutes } from './server/gatewayRoutes';
import { Listener } from './server/listener';
import { addLiveRoute } from './server/live';
import { addPage } from './server/page';
import { Simulation } from './server/simulation';
import { addUnknownAddress } from './server/unknownAddress';
import { Simulator } from './simulator';

/** Long enough for any GET address to be answered rather than dropped. */
const LONGEST_HEADERS = 256 * 1024;

/**
 * Starts a gateway on 127.0.0.1.
 * @returns the running simulator; end it with `close()`
 * @throws {TypeError} when an option makes no sense
 * @throws {NodeJS.ErrnoException} EADDRINUSE when the port is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const settings = readSettings(options);
	const clock = new Clock(readSpeed(options.speed ?? 1), options.startTime?.getTime() ?? Date.now());
	const gateway = new Gateway(settings, clock, new Scenario(options.scenario, settings.channels));
	const { app, server } = makeApp(options);
	const listener = new Listener(server);
	const simulation = new Simulation(gateway, listener, options.tls ? 'https' : 'http');
	listener.gate.stops = (socket) => simulation.faults.strikeConnection(socket);
	void app.register(
		named('gateway', (scope, _, done) => {
			addGatewayRoutes(scope, simulation);
			done();
		}),
	);
	addControlRoutes(app, simulation);
	const live = addLiveRoute(app, simulation);
	addPage(app);
	addUnknownAddress(app, simulation);
	const end = async () => {
		live.close();
		simulation.postman.close();
		await listener.close();
		await app.close();
	};
	try {
		await app.ready();
		return new Simulator(simulation, await listener.listen(options.port ?? 0), listener, end);
	} catch (error) {
		await end();
		throw error;
	}
}

function makeApp({ tls }: SimulatorOptions) {
	let server: Server | undefined;
	const app = fastify({
		logger: false,
		bodyLimit: 8 * 1024 * 1024,
		serverFactory: (handler) => {
			const limits = { maxHeaderSize: LONGEST_HEADERS };
			server = tls ? createHttpsServer({ ...limits, ...tls }, handler) : createHttpServer(limits, handler);
			return server;
		},
	});
	if (!server) throw new Error('fastify made no server');
	return { app, server };
}

/** Without a name fastify looks for one in every module that is loaded, which takes long where there are many. */
function named(name: string, plugin: FastifyPluginCallback): FastifyPluginCallback {
	return Object.assign(plugin, { [Symbol.for('fastify.display-name')]: name });
}
