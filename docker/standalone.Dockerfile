# The whole of Masar in one process over one volume. Build from the repository's root:
#   docker build -f docker/standalone.Dockerfile -t masar .
#   docker run -p 4600:4600 -v masar-data:/data -e MASAR_ADMIN_PASSWORD_FILE=/run/secrets/admin masar
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /masar
COPY . .
RUN npm ci --no-audit --no-fund && npx nx build @masar/standalone && npx nx build @masar/cli && npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production MASAR_DATA=/data MASAR_SEAL_KEY=/keys/seal.key HOST=0.0.0.0 PORT=4600
WORKDIR /masar
COPY --from=build /masar/package.json ./
COPY --from=build /masar/node_modules ./node_modules
COPY --from=build /masar/apps ./apps
COPY --from=build /masar/libs ./libs
RUN mkdir /data /keys && chown node:node /data /keys
USER node
VOLUME ["/data", "/keys"]
EXPOSE 4600
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4600/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/standalone/dist/main.js"]
