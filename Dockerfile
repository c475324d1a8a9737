# The app and the reference server: docs/operating.md says how to run them, and how to name the image by its digest.

ARG NODE_IMAGE=node:24-alpine

FROM $NODE_IMAGE AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Below which address people find it, and what *Acessibilidade* says it is.
ARG BASE_PATH=/
ARG COMMIT=
RUN BASE_PATH=$BASE_PATH COMMIT=$COMMIT npm run build && npm run build:server

FROM $NODE_IMAGE AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM $NODE_IMAGE
# For backups, of the version of compose.yaml.
RUN apk add --no-cache postgresql17-client
# What a call leaves behind dies young: with room for more of it, there is less to clear away.
ENV NODE_OPTIONS=--max-semi-space-size=64
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4175 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json .
COPY --from=build /app/dist-server dist-server
COPY --from=build /app/dist dist
COPY ops/container-health.sh ops/
# The code belongs to root: whoever breaks into the process can change none of it. It writes to /data alone, and only with the embedded database; backups to /backup.
RUN mkdir /data /backup && chown node:node /data /backup
USER node
VOLUME /data
EXPOSE 4175
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s CMD ["ops/container-health.sh"]
# Serves; with words, such as `office add-clerk ana`, does what they say.
ENTRYPOINT ["node", "dist-server/main.js"]
