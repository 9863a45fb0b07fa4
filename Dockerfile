# Aurora50 in a container, with a PostgreSQL of its own beside it (compose.yaml). It carries the packed release: no sources, no
# build tools. Its embedded PostgreSQL is what the nightly drill restores a backup into.
FROM node:22-bookworm-slim AS build
WORKDIR /srv/sources
COPY . .
RUN npm ci && npm run release -- --into /srv && tar xzf /srv/aurora50-*.tgz -C /srv
WORKDIR /srv/package
RUN npm ci --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /srv/aurora50
COPY --from=build /srv/package ./
# The root file system may be read-only: everything that is written lies in /data and /tmp.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/sante').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Without npm between: SIGTERM reaches the server, which finishes its posts and exits within 10 s.
CMD ["node", "scripts/start.mjs"]
