import Module from 'node:module';

const { _extensions: extensions } = Module as unknown as { _extensions: Record<string, unknown> }; // Node.js has no other way to say this

// `CascadeMessaging.node` is a class in `.node.ts` and n8n's description of it in `.node.json`: an import means the class, as in jest.
const json = extensions['.json'];
delete extensions['.json'];
extensions['.json'] = json;
