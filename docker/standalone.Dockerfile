# The whole of Masar in one process over one volume. Build from the repository's root:
#   docker build -f docker/standalone.Dockerfile -t masar .
#   docker run -p 4600:4600 -v masar-data:/data -e MASAR_ADMIN_PASSWORD_FILE=/run/secrets/admin masar
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /masar
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t bundle -p @masar/standalone,@masar/cli

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production MASAR_DATA=/data MASAR_SEAL_KEY=/keys/seal.key HOST=0.0.0.0 PORT=4600
WORKDIR /masar
COPY --from=build /masar/package.json ./
COPY --from=build /masar/apps/standalone/bundle ./apps/standalone/bundle
COPY --from=build /masar/apps/cli/bundle ./apps/cli/bundle
# The one package that is read as files: the page at /api/docs.
COPY --from=build /masar/node_modules/swagger-ui-dist ./node_modules/swagger-ui-dist
RUN mkdir /data /keys && chown node:node /data /keys
USER node
VOLUME ["/data", "/keys"]
EXPOSE 4600
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4600/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/standalone/bundle/main.js"]
