FROM node
RUN cd /tmp && sudo npm install
