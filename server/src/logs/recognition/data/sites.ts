// Written by server/tools/logs/write.ts: do not edit.
/**
 * Each place in org.apache.catalina.ha and tribes that logs at INFO or above, and some around them: class, method, level (`!` where an
 * exception follows), key of the text, logger where it is another class; behind `@` the lines that have it.
 */
export const SITES = `
core.StandardContext startInternal SEVERE standardContext.startFailed @ 9.0 10.1 11.0
core.StandardContext startInternal SEVERE! standardContext.managerFail @ 9.0 10.1 11.0
core.StandardEngine startInternal INFO standardEngine.start @ 9.0 10.1 11.0
core.StandardServer await SEVERE! standardServer.awaitSocket.fail @ 9.0 10.1 11.0
core.StandardService startInternal INFO standardService.start.name @ 9.0 10.1 11.0
core.StandardService stopInternal INFO standardService.stop.name @ 9.0 10.1 11.0
core.StandardWrapperValve invoke SEVERE! standardWrapper.serviceException @ 9.0 10.1 11.0
core.StandardWrapperValve invoke SEVERE! standardWrapper.serviceExceptionRoot @ 9.0 10.1 11.0
ha.backend.HeartbeatListener lifecycleEvent SEVERE! heartbeatListener.errorCollectingInfo @ 9.0 10.1 11.0
ha.backend.HeartbeatListener lifecycleEvent SEVERE! heartbeatListener.refreshError @ 9.0 10.1 11.0
ha.backend.HeartbeatListener lifecycleEvent SEVERE! heartbeatListener.sendError @ 9.0 10.1 11.0
ha.backend.HeartbeatListener lifecycleEvent SEVERE! heartbeatListener.senderInitError @ 9.0 10.1 11.0
ha.backend.MultiCastSender send SEVERE! multiCastSender.multiCastFailed @ 9.0 10.1 11.0
ha.backend.MultiCastSender send SEVERE! multiCastSender.sendFailed @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.duplicateContentLength @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.invalidContentLength @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.invalidHeaderLine @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.notInitialized @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.readError @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.responseError @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE tcpSender.responseErrorCode @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE! tcpSender.connectionFailed @ 9.0 10.1 11.0
ha.backend.TcpSender send SEVERE! tcpSender.sendFailed @ 9.0 10.1 11.0
ha.context.ReplicatedContext startInternal SEVERE! replicatedContext.startUnable @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer copy SEVERE fileNewFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer copy SEVERE! farmWarDeployer.fileCopyFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileModified INFO farmWarDeployer.alreadyDeployed @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileModified INFO farmWarDeployer.modInstall @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileModified SEVERE farmWarDeployer.servicingDeploy @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileModified SEVERE! farmWarDeployer.modInstallFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileRemoved INFO farmWarDeployer.removeLocal @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer fileRemoved SEVERE! farmWarDeployer.removeLocalFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE farmWarDeployer.renameFail @ 9.0 10.1
ha.deploy.FarmWarDeployer messageReceived SEVERE farmWarDeployer.servicingDeploy @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE farmWarDeployer.servicingUndeploy @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE! farmWarDeployer.fileMessageError @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE! farmWarDeployer.msgIoe @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE! farmWarDeployer.renameFail @ 11.0
ha.deploy.FarmWarDeployer messageReceived SEVERE! farmWarDeployer.undeployMessageError @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer remove INFO farmWarDeployer.removeStart @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer remove SEVERE farmWarDeployer.deleteFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer remove SEVERE farmWarDeployer.removeFailRemote @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer remove SEVERE! farmWarDeployer.removeFailLocal @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer start INFO farmWarDeployer.started @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer start INFO farmWarDeployer.watchDir @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer start SEVERE farmWarDeployer.hostOnly @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer start SEVERE farmWarDeployer.hostParentEngine @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer start SEVERE! farmWarDeployer.mbeanNameFail @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer stop INFO farmWarDeployer.stopped @ 9.0 10.1 11.0
ha.deploy.FarmWarDeployer undeployDir SEVERE farmWarDeployer.deleteFail @ 9.0 10.1 11.0
ha.deploy.FileMessageFactory isValid WARNING @ 9.0 10.1 11.0
ha.deploy.FileMessageFactory isValid WARNING fileMessageFactory.deleteFail @ 9.0 10.1 11.0
ha.deploy.FileMessageFactory writeMessage WARNING fileMessageFactory.duplicateMessage @ 9.0 10.1 11.0
ha.deploy.WarWatcher check WARNING warWatcher.cantListWatchDir @ 9.0 10.1 11.0
ha.deploy.WarWatcher check WARNING warWatcher.listedFileDoesNotExist @ 9.0 10.1 11.0
ha.session.BackupManager startInternal SEVERE! backupManager.startUnable @ 9.0 10.1 11.0
ha.session.ClusterSessionListener messageReceived WARNING clusterSessionListener.noManager @ 9.0 10.1 11.0
ha.session.DeltaManager deserializeSessions SEVERE! deltaManager.loading.cnfe @ 9.0 10.1 11.0
ha.session.DeltaManager deserializeSessions SEVERE! deltaManager.loading.ioe @ 9.0 10.1 11.0
ha.session.DeltaManager deserializeSessions WARNING deltaManager.loading.existing.session @ 9.0 10.1 11.0
ha.session.DeltaManager findSessionMasterMember WARNING deltaManager.noMasterMember @ 9.0 10.1 11.0
ha.session.DeltaManager getAllClusterSessions INFO deltaManager.noMembers @ 9.0 10.1 11.0
ha.session.DeltaManager getAllClusterSessions INFO deltaManager.waitForSessionState @ 9.0 10.1 11.0
ha.session.DeltaManager getAllClusterSessions WARNING deltaManager.dropMessage @ 9.0 10.1 11.0
ha.session.DeltaManager messageReceived SEVERE! deltaManager.receiveMessage.error @ 9.0 10.1 11.0
ha.session.DeltaManager requestCompleted SEVERE! deltaManager.createMessage.unableCreateDeltaRequest @ 9.0 10.1 11.0
ha.session.DeltaManager sendChangeSessionId SEVERE! deltaManager.unableSerializeSessionID @ 9.0 10.1 11.0
ha.session.DeltaManager serializeSessions SEVERE! deltaManager.unloading.ioe @ 9.0 10.1 11.0
ha.session.DeltaManager startInternal INFO deltaManager.registerCluster @ 9.0 10.1 11.0
ha.session.DeltaManager startInternal INFO deltaManager.startClustering @ 9.0
ha.session.DeltaManager startInternal SEVERE deltaManager.noCluster @ 9.0
ha.session.DeltaManager startInternal SEVERE! deltaManager.managerLoad @ 9.0
ha.session.DeltaManager stopInternal INFO deltaManager.expireSessions @ 9.0 10.1 11.0
ha.session.DeltaManager waitForSendAllSessions INFO deltaManager.sessionReceived @ 9.0 10.1 11.0
ha.session.DeltaManager waitForSendAllSessions SEVERE deltaManager.noSessionState @ 9.0 10.1 11.0
ha.session.DeltaManager waitForSendAllSessions WARNING deltaManager.noContextManager @ 9.0 10.1 11.0
ha.session.DeltaRequest addAction SEVERE! deltaRequest.removeUnable @ 9.0 10.1 11.0
ha.session.DeltaRequest execute WARNING deltaRequest.invalidAttributeInfoType @ 9.0 10.1 11.0
ha.session.DeltaRequest readExternal SEVERE! deltaRequest.removeUnable @ 9.0 10.1 11.0
ha.session.DeltaRequest reset SEVERE! deltaRequest.removeUnable @ 9.0 10.1 11.0
ha.session.DeltaRequest setPrincipal SEVERE deltaRequest.wrongPrincipalClass @ 9.0 10.1 11.0
ha.session.DeltaRequest setSessionId SEVERE! deltaRequest.ssid.null @ 9.0 10.1 11.0
ha.session.DeltaSession doWriteObject SEVERE! standardSession.notSerializable @ 9.0 10.1 11.0
ha.session.JvmRouteBinderValve startInternal INFO jvmRoute.noCluster @ 9.0 10.1 11.0
ha.session.JvmRouteBinderValve startInternal INFO jvmRoute.valve.started @ 9.0 10.1 11.0
ha.session.JvmRouteBinderValve stopInternal INFO jvmRoute.valve.stopped @ 9.0 10.1 11.0
ha.tcp.ReplicationValve sendInvalidSessions SEVERE! ReplicationValve.send.invalid.failure @ 9.0 10.1 11.0
ha.tcp.ReplicationValve sendReplicationMessage SEVERE! ReplicationValve.send.failure @ 9.0 10.1 11.0
ha.tcp.ReplicationValve setFilter SEVERE! ReplicationValve.filter.failure @ 9.0 10.1 11.0
ha.tcp.ReplicationValve startInternal WARNING ReplicationValve.nocluster @ 9.0 10.1 11.0
ha.tcp.ReplicationValve updateStats INFO ReplicationValve.stats @ 9.0
ha.tcp.SimpleTcpCluster createManager SEVERE! simpleTcpCluster.clustermanager.cloneFailed @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster memberAdded INFO simpleTcpCluster.member.added @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster memberAdded SEVERE! simpleTcpCluster.member.addFailed @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster memberDisappeared INFO simpleTcpCluster.member.disappeared @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster memberDisappeared SEVERE! simpleTcpCluster.member.removeFailed @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster registerManager WARNING simpleTcpCluster.clustermanager.notImplement @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster send SEVERE simpleTcpCluster.unableSend.localMember @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster send SEVERE! simpleTcpCluster.sendFailed @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster startInternal INFO simpleTcpCluster.start @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster startInternal SEVERE! simpleTcpCluster.startUnable @ 9.0 10.1 11.0
ha.tcp.SimpleTcpCluster stopInternal SEVERE! simpleTcpCluster.stopUnable @ 9.0 10.1 11.0
org.apache.coyote.AbstractProtocol pause INFO abstractProtocolHandler.pause @ 9.0 10.1 11.0
org.apache.coyote.AbstractProtocol start INFO abstractProtocolHandler.start @ 9.0 10.1 11.0
session.ManagerBase willAttributeDistribute WARNING managerBase.sessionAttributeNameFilter @ 9.0 10.1 11.0
session.ManagerBase willAttributeDistribute WARNING managerBase.sessionAttributeValueClassNameFilter @ 9.0 10.1 11.0
session.PersistentManagerBase clearStore SEVERE! persistentManager.storeClearError @ 9.0 10.1 11.0
session.PersistentManagerBase getActiveSessionsFull WARNING persistentManager.storeSizeException @ 9.0
session.PersistentManagerBase getActiveSessionsFull WARNING! persistentManager.storeSizeException @ 9.0 10.1 11.0
session.PersistentManagerBase getSessionIdsFull WARNING persistentManager.storeKeysException @ 9.0
session.PersistentManagerBase getSessionIdsFull WARNING! persistentManager.storeKeysException @ 9.0 10.1 11.0
session.PersistentManagerBase isLoaded SEVERE! persistentManager.isLoadedError @ 9.0 10.1 11.0
session.PersistentManagerBase load SEVERE! persistentManager.storeLoadError @ 9.0 10.1 11.0
session.PersistentManagerBase load SEVERE! persistentManager.storeLoadKeysError @ 9.0 10.1 11.0
session.PersistentManagerBase removeSession SEVERE! persistentManager.removeError @ 9.0 10.1 11.0
session.PersistentManagerBase writeSession SEVERE persistentManager.serializeError @ 9.0 10.1
session.PersistentManagerBase writeSession SEVERE! persistentManager.serializeError @ 9.0 10.1 11.0
session.StandardSession doReadObject WARNING standardSession.notDeserializable @ 9.0 10.1 11.0
session.StandardSession doWriteObject WARNING! standardSession.notSerializable @ 9.0 10.1 11.0
startup.Catalina start INFO catalina.startup @ 9.0 10.1 11.0
startup.Catalina start SEVERE! catalina.serverStartFail @ 9.0 10.1 11.0
startup.HostConfig deployDescriptor INFO hostConfig.deployDescriptor @ 9.0 10.1 11.0
startup.HostConfig deployDescriptor INFO hostConfig.deployDescriptor.finished @ 9.0 10.1 11.0
startup.HostConfig deployDirectory INFO hostConfig.deployDir @ 9.0 10.1 11.0
startup.HostConfig deployDirectory INFO hostConfig.deployDir.finished @ 9.0 10.1 11.0
startup.HostConfig deployWAR INFO hostConfig.deployWar @ 9.0 10.1 11.0
startup.HostConfig deployWAR INFO hostConfig.deployWar.finished @ 9.0 10.1 11.0
tribes.group.GroupChannel messageReceived SEVERE! groupChannel.unable.deserialize @ 9.0 10.1 11.0
tribes.group.GroupChannel messageReceived WARNING! groupChannel.receiving.error @ 9.0 10.1 11.0
tribes.group.GroupChannel sendNoRpcChannelReply SEVERE! groupChannel.sendFail.noRpcChannelReply @ 9.0 10.1 11.0
tribes.group.GroupChannel start WARNING groupChannel.warn.noUtilityExecutor @ 9.0 10.1 11.0
tribes.group.GroupChannel startHeartbeat SEVERE! groupChannel.unable.sendHeartbeat @ 9.0 10.1 11.0
tribes.group.RpcChannel messageReceived SEVERE! rpcChannel.replyFailed @ 9.0 10.1 11.0
tribes.group.interceptors.DomainFilterInterceptor memberAdded INFO domainFilterInterceptor.member.refused @ 9.0 10.1 11.0
tribes.group.interceptors.DomainFilterInterceptor messageReceived WARNING domainFilterInterceptor.message.refused @ 9.0 10.1 11.0
tribes.group.interceptors.EncryptInterceptor createEncryptionManager WARNING encryptInterceptor.algorithm.switch @ 9.0 10.1 11.0
tribes.group.interceptors.EncryptInterceptor messageReceived SEVERE encryptInterceptor.decrypt.replay @ 9.0 10.1 11.0
tribes.group.interceptors.EncryptInterceptor messageReceived SEVERE! encryptInterceptor.decrypt.failed @ 9.0 10.1 11.0
tribes.group.interceptors.EncryptInterceptor sendMessage SEVERE encryptInterceptor.encrypt.failed @ 9.0 10.1 11.0
tribes.group.interceptors.FragmentationInterceptor heartbeat SEVERE! fragmentationInterceptor.heartbeat.failed @ 9.0 10.1 11.0
tribes.group.interceptors.GzipInterceptor messageReceived SEVERE! gzipInterceptor.decompress.failed @ 9.0 10.1 11.0
tribes.group.interceptors.GzipInterceptor report INFO gzipInterceptor.report @ 9.0 10.1 11.0
tribes.group.interceptors.GzipInterceptor sendMessage SEVERE gzipInterceptor.compress.failed @ 9.0 10.1 11.0
tribes.group.interceptors.MessageDispatchInterceptor sendAsyncData SEVERE! messageDispatchInterceptor.completeMessage.failed @ 9.0 10.1 11.0
tribes.group.interceptors.MessageDispatchInterceptor sendAsyncData SEVERE! messageDispatchInterceptor.errorMessage.failed @ 9.0 10.1 11.0
tribes.group.interceptors.MessageDispatchInterceptor setOptionFlag WARNING messageDispatchInterceptor.warning.optionflag @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator fireInterceptorEvent INFO @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator heartbeat SEVERE! nonBlockingCoordinator.heartbeat.failed @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator memberAdded SEVERE! nonBlockingCoordinator.memberAdded.failed @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator memberAlive SEVERE! nonBlockingCoordinator.memberAlive.failed @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator memberDisappeared SEVERE! nonBlockingCoordinator.memberDisappeared.failed @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator messageReceived SEVERE! nonBlockingCoordinator.processCoordinationMessage.failed @ 9.0 10.1 11.0
tribes.group.interceptors.NonBlockingCoordinator sendElectionMsgToNextInline WARNING nonBlockingCoordinator.electionMessage.sendfailed @ 9.0 10.1 11.0
tribes.group.interceptors.StaticMembershipInterceptor sendLocalMember WARNING! staticMembershipInterceptor.sendLocalMember.failed @ 9.0 10.1 11.0
tribes.group.interceptors.StaticMembershipInterceptor sendShutdown WARNING! staticMembershipInterceptor.sendShutdown.failed @ 9.0 10.1 11.0
tribes.group.interceptors.StaticMembershipInterceptor start WARNING staticMembershipInterceptor.no.failureDetector @ 9.0 10.1 11.0
tribes.group.interceptors.StaticMembershipInterceptor start WARNING staticMembershipInterceptor.no.pingInterceptor @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector checkMembers WARNING! tcpFailureDetector.heartbeat.failed @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector memberAlive SEVERE! tcpFailureDetector.failureDetection.failed @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector memberDisappeared INFO tcpFailureDetector.already.disappeared @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector memberDisappeared INFO tcpFailureDetector.member.disappeared @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector memberDisappeared INFO tcpFailureDetector.memberDisappeared.verify @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector memberDisappeared INFO tcpFailureDetector.still.alive @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector performBasicCheck INFO tcpFailureDetector.suspectMember.alive @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector performBasicCheck INFO tcpFailureDetector.suspectMember.dead @ 9.0 10.1 11.0
tribes.group.interceptors.TcpFailureDetector performBasicCheck WARNING tcpFailureDetector.performBasicCheck.memberAdded @ 9.0 10.1 11.0
tribes.group.interceptors.TcpPingInterceptor sendPingMessage WARNING! tcpPingInterceptor.ping.failed @ 9.0 10.1 11.0
tribes.group.interceptors.TcpPingInterceptor$PingThread run WARNING! tcpPingInterceptor.pingFailed.pingThread @ 9.0 10.1 11.0
tribes.group.interceptors.ThroughputInterceptor report INFO throughputInterceptor.report @ 9.0 10.1 11.0
tribes.group.interceptors.TwoPhaseCommitInterceptor heartbeat INFO twoPhaseCommitInterceptor.expiredMessage @ 9.0 10.1 11.0
tribes.group.interceptors.TwoPhaseCommitInterceptor heartbeat WARNING! twoPhaseCommitInterceptor.heartbeat.failed @ 9.0 10.1 11.0
tribes.group.interceptors.TwoPhaseCommitInterceptor messageReceived WARNING twoPhaseCommitInterceptor.originalMessage.missing @ 9.0 10.1 11.0
tribes.io.BufferPool getBufferPool INFO bufferPool.created @ 9.0 10.1 11.0
tribes.io.ObjectReader <init> WARNING objectReader.retrieveFailed.socketReceiverBufferSize @ 9.0
tribes.io.ObjectReader <init> WARNING! objectReader.retrieveFailed.socketReceiverBufferSize @ 9.0 10.1 11.0
tribes.io.XByteBuffer append SEVERE xByteBuffer.discarded.invalidHeader @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry clearMBeans SEVERE! jmxRegistry.objectName.failed @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry createBaseObjectName SEVERE! jmxRegistry.objectName.failed @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry createBaseObjectName WARNING jmxRegistry.no.domain @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry registerJmx SEVERE! jmxRegistry.objectName.failed @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry registerJmx SEVERE! jmxRegistry.registerJmx.failed @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry registerJmx WARNING! jmxRegistry.registerJmx.notCompliant @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry unregisterJmx WARNING! jmxRegistry.unregisterJmx.failed @ 9.0 10.1 11.0
tribes.jmx.JmxRegistry unregisterJmx WARNING! jmxRegistry.unregisterJmx.notFound @ 9.0 10.1 11.0
tribes.membership.McastService setDomain SEVERE! McastService.domain @ 9.0 10.1 11.0
tribes.membership.McastService setPayload SEVERE! McastService.payload @ 9.0 10.1 11.0
tribes.membership.McastService start SEVERE! McastService.parseSoTimeout @ 9.0 10.1 11.0
tribes.membership.McastService start SEVERE! McastService.parseTTL @ 9.0 10.1 11.0
tribes.membership.McastService stop SEVERE! McastService.stopFail @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl checkExpired SEVERE! mcastServiceImpl.memberDisappeared.failed @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl memberBroadcastsReceived SEVERE! mcastServiceImpl.unableReceive.broadcastMessage @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl receive SEVERE mcastServiceImpl.packet.tooLong @ 9.0 11.0
tribes.membership.McastServiceImpl setupSocket INFO mcastServiceImpl.bind @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl setupSocket INFO mcastServiceImpl.bind.failed @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl setupSocket INFO mcastServiceImpl.setInterface @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl setupSocket INFO mcastServiceImpl.setSoTimeout @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl setupSocket INFO mcastServiceImpl.setTTL @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl start SEVERE mcastServiceImpl.unable.join @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl waitForMembers INFO mcastServiceImpl.waitForMembers.done @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl waitForMembers INFO mcastServiceImpl.waitForMembers.start @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$ReceiverThread run WARNING! mcastServiceImpl.error.receiving @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$ReceiverThread run WARNING! mcastServiceImpl.error.receivingNoSleep @ 9.0
tribes.membership.McastServiceImpl$RecoveryThread run INFO mcastServiceImpl.recovery @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$RecoveryThread run INFO mcastServiceImpl.recovery.failed @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$RecoveryThread run INFO mcastServiceImpl.recovery.successful @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$RecoveryThread startService WARNING! mcastServiceImpl.recovery.startFailed @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$RecoveryThread stopService WARNING! mcastServiceImpl.recovery.stopFailed @ 9.0 10.1 11.0
tribes.membership.McastServiceImpl$SenderThread run WARNING! mcastServiceImpl.send.failed @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider heartbeat WARNING! staticMembershipProvider.heartbeat.failed @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider leftOver INFO staticMembershipProvider.leftOver.ignored @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider replyRequest INFO staticMembershipProvider.replyRequest.ignored @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider startMembership WARNING staticMembershipProvider.startMembership.noReplies @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider stopMembership SEVERE! staticMembershipProvider.stopMembership.sendFailed @ 9.0 10.1 11.0
tribes.membership.StaticMembershipProvider$PingThread run WARNING! staticMembershipProvider.pingThread.failed @ 9.0 10.1 11.0
tribes.membership.StaticMembershipService stop SEVERE! staticMembershipService.stopFail @ 9.0 10.1 11.0
tribes.membership.cloud.AbstractStreamProvider configureCaCert SEVERE abstractStream.CACertUndefined @ 9.0 10.1 11.0
tribes.membership.cloud.AbstractStreamProvider configureCaCert SEVERE abstractStream.fileNotFound @ 9.0 10.1 11.0
tribes.membership.cloud.AbstractStreamProvider configureCaCert SEVERE abstractStream.trustManagerError @ 9.0 10.1 11.0
tribes.membership.cloud.AbstractStreamProvider configureCaCert WARNING abstractStream.CACertUndefined @ 9.0
tribes.membership.cloud.CertificateStreamProvider configureClientCert SEVERE certificateStream.clientCertError @ 9.0 10.1 11.0
tribes.membership.cloud.CloudMembershipProvider getNamespace WARNING kubernetesMembershipProvider.noNamespace @ 9.0 10.1 11.0
tribes.membership.cloud.CloudMembershipService stop SEVERE! cloudMembershipService.stopFail @ 9.0 10.1 11.0
tribes.membership.cloud.DNSMembershipProvider fetchMembers SEVERE! dnsMembershipProvider.memberError @ 9.0 10.1
tribes.membership.cloud.DNSMembershipProvider fetchMembers SEVERE! kubernetesMembershipProvider.memberError @ 9.0 11.0
tribes.membership.cloud.DNSMembershipProvider fetchMembers WARNING! dnsMembershipProvider.dnsError @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider fetchMembers SEVERE! kubernetesMembershipProvider.streamError @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider parsePods SEVERE kubernetesMembershipProvider.invalidPodsList @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider parsePods SEVERE! kubernetesMembershipProvider.jsonError @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider parsePods SEVERE! kubernetesMembershipProvider.memberError @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider parsePods WARNING kubernetesMembershipProvider.invalidPod @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider parsePods WARNING! kubernetesMembershipProvider.invalidPod @ 9.0 10.1
tribes.membership.cloud.KubernetesMembershipProvider reloadSaTokenIfChanged SEVERE! kubernetesMembershipProvider.streamError @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider reloadSaTokenIfChanged WARNING kubernetesMembershipProvider.serviceAccountTokenMissing @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider start SEVERE kubernetesMembershipProvider.noKey @ 9.0 10.1 11.0
tribes.membership.cloud.KubernetesMembershipProvider start SEVERE! kubernetesMembershipProvider.streamError @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap broadcast WARNING abstractReplicatedMap.broadcast.noReplies @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap get SEVERE! abstractReplicatedMap.unable.get @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap get WARNING abstractReplicatedMap.unable.retrieve @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap heartbeat SEVERE! abstractReplicatedMap.heartbeat.failed @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap init INFO abstractReplicatedMap.init.completed @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap init INFO abstractReplicatedMap.init.start @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap init WARNING abstractReplicatedMap.unableSend.startMessage @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap init WARNING! abstractReplicatedMap.unableSend.startMessage @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap leftOver INFO abstractReplicatedMap.leftOver.ignored @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap leftOver INFO abstractReplicatedMap.leftOver.pingMsg @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap leftOver SEVERE! abstractReplicatedMap.unable.deserialize.MapMessage @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap mapMemberAdded INFO abstractReplicatedMap.mapMemberAdded.added @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap mapMemberAdded SEVERE! abstractReplicatedMap.unableSelect.backup @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap mapMemberAdded WARNING abstractReplicatedMap.mapMemberAdded.nullMember @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap memberDisappeared INFO abstractReplicatedMap.member.disappeared @ 9.0
tribes.tipis.AbstractReplicatedMap memberDisappeared INFO abstractReplicatedMap.relocate.complete @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap memberDisappeared INFO replicatedMap.member.disappeared @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap memberDisappeared SEVERE! abstractReplicatedMap.unable.relocate @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap messageReceived SEVERE! abstractReplicatedMap.unable.deserialize.MapMessage @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap messageReceived SEVERE! abstractReplicatedMap.unableApply.diff @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap ping INFO abstractReplicatedMap.mapMember.unavailable @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap ping INFO abstractReplicatedMap.ping.stateTransferredMember @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap ping SEVERE! abstractReplicatedMap.unable.deserialize.MapMessage @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap ping WARNING abstractReplicatedMap.ping.timeout @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap put SEVERE! abstractReplicatedMap.unable.put @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap remove SEVERE! abstractReplicatedMap.unable.remove @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap replicate SEVERE! abstractReplicatedMap.unable.diffObject @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap replicate SEVERE! abstractReplicatedMap.unable.replicate @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap transferState SEVERE! abstractReplicatedMap.unable.transferState @ 9.0 10.1 11.0
tribes.tipis.AbstractReplicatedMap transferState WARNING abstractReplicatedMap.transferState.noReplies @ 9.0 10.1 11.0
tribes.tipis.LazyReplicatedMap publishEntryInfo SEVERE! lazyReplicatedMap.unableReplicate.backup @ 9.0 10.1 11.0
tribes.tipis.LazyReplicatedMap publishEntryInfo SEVERE! lazyReplicatedMap.unableReplicate.proxy @ 9.0 10.1 11.0
tribes.tipis.ReplicatedMap memberDisappeared INFO replicatedMap.member.disappeared @ 9.0 10.1 11.0
tribes.tipis.ReplicatedMap memberDisappeared INFO replicatedMap.relocate.complete @ 9.0 10.1 11.0
tribes.tipis.ReplicatedMap memberDisappeared SEVERE! replicatedMap.unable.relocate @ 9.0 10.1 11.0
tribes.tipis.ReplicatedMap publishEntryInfo WARNING! replicatedMap.unableReplicate.completely @ 9.0 10.1 11.0
tribes.transport.ReceiverBase bind INFO receiverBase.socket.bind @ 9.0 10.1 11.0
tribes.transport.ReceiverBase bind INFO receiverBase.unable.bind @ 9.0 10.1 11.0
tribes.transport.ReceiverBase bindUdp INFO receiverBase.udp.bind @ 9.0 10.1 11.0
tribes.transport.ReceiverBase bindUdp INFO receiverBase.unable.bind.udp @ 9.0 10.1 11.0
tribes.transport.ReceiverBase getBind SEVERE! receiverBase.bind.failed @ 9.0 10.1 11.0
tribes.transport.bio.BioReceiver listen WARNING bioReceiver.already.started @ 9.0
tribes.transport.bio.BioReceiver listen WARNING bioReceiver.threads.busy @ 9.0
tribes.transport.bio.BioReceiver run SEVERE! bioReceiver.run.fail @ 9.0
tribes.transport.bio.BioReceiver start SEVERE! bioReceiver.start.fail @ 9.0
tribes.transport.bio.BioReceiver start SEVERE! bioReceiver.threadpool.fail @ 9.0
tribes.transport.bio.BioReplicationTask execute SEVERE! bioReplicationTask.messageDataReceived.error @ 9.0
tribes.transport.bio.BioReplicationTask run SEVERE! bioReplicationTask.unable.service @ 9.0
tribes.transport.bio.BioReplicationTask sendAck WARNING bioReplicationTask.unable.sendAck @ 9.0
tribes.transport.bio.BioSender waitForAck WARNING! bioSender.ack.missing @ 9.0
tribes.transport.nio.NioReceiver closeSelector WARNING! nioReceiver.cleanup.fail @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver events SEVERE! nioReceiver.eventsError @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver listen SEVERE! nioReceiver.requestError @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver listen WARNING nioReceiver.alreadyStarted @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver listen WARNING nioReceiver.clientDisconnect @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver run SEVERE! nioReceiver.run.fail @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver socketTimeouts WARNING nioReceiver.threadsExhausted @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver start SEVERE! nioReceiver.start.fail @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver start SEVERE! nioReceiver.threadpool.fail @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver stopListening SEVERE! nioReceiver.stop.fail @ 9.0 10.1 11.0
tribes.transport.nio.NioReceiver stopListening WARNING nioReceiver.stop.threadRunning @ 9.0 10.1 11.0
tribes.transport.nio.NioReplicationTask drainChannel SEVERE! nioReplicationTask.process.clusterMsg.failed @ 9.0 10.1 11.0
tribes.transport.nio.NioReplicationTask registerForRead SEVERE! nioReplicationTask.error.register.key @ 9.0 10.1 11.0
tribes.transport.nio.NioReplicationTask run SEVERE! nioReplicationTask.exception.drainChannel @ 9.0 10.1 11.0
tribes.transport.nio.NioReplicationTask run WARNING nioReplicationTask.unable.drainChannel.ioe @ 9.0 10.1 11.0
tribes.transport.nio.NioReplicationTask sendAck WARNING nioReplicationTask.unable.ack @ 9.0 10.1 11.0
tribes.transport.nio.NioSender disconnect SEVERE nioSender.unable.disconnect @ 9.0 10.1 11.0
tribes.transport.nio.NioSender process WARNING nioSender.unknown.state @ 9.0 10.1 11.0
tribes.transport.nio.ParallelNioSender doLoop WARNING parallelNioSender.send.fail.retrying @ 9.0 10.1 11.0
tribes.transport.nio.ParallelNioSender doLoop WARNING parallelNioSender.sender.disconnected.notRetry @ 9.0 10.1 11.0
tribes.transport.nio.ParallelNioSender doLoop WARNING! parallelNioSender.send.fail @ 9.0 10.1 11.0
tribes.transport.nio.ParallelNioSender keepalive WARNING! parallelNioSender.error.keepalive @ 9.0 10.1 11.0
tribes.util.UUIDGenerator <clinit> INFO uuidGenerator.createRandom @ 9.0 10.1 11.0
util.LifecycleBase handleSubClassException SEVERE! @ 9.0 10.1 11.0
`;
